namespace NewsSite.Staff;

/// <summary>The named sets of invitations. Nobody spells these conditions twice.</summary>
public static class InvitationScopes
{
    extension(IQueryable<Invitation> invitations)
    {
        /// <summary>Those neither accepted nor taken back, whether their links still work or not.</summary>
        public IQueryable<Invitation> Open => invitations.Where(i => i.AcceptedAt == null && i.RevokedAt == null);

        /// <summary>Those whose link works.</summary>
        public IQueryable<Invitation> Good(DateTime now)
        {
            var since = now - Invitation.Lifetime;
            return invitations.Open.Where(i => i.MailedAt > since);
        }
    }
}
