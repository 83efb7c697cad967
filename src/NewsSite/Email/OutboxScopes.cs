namespace NewsSite.Email;

/// <summary>The named sets of mails.</summary>
public static class OutboxScopes
{
    extension(IQueryable<OutboxMail> mails)
    {
        /// <summary>Those that may be tried at that time and that no living dispatcher has.</summary>
        public IQueryable<OutboxMail> Due(DateTime now) =>
            mails.Where(m => m.SentAt == null && m.GivenUpAt == null && m.DueAt <= now && (m.LeasedUntil == null || m.LeasedUntil <= now));

        /// <summary>Those that wait to be sent, due or not.</summary>
        public IQueryable<OutboxMail> Waiting => mails.Where(m => m.SentAt == null && m.GivenUpAt == null);

        /// <summary>Those given up.</summary>
        public IQueryable<OutboxMail> DeadLetters => mails.Where(m => m.GivenUpAt != null);
    }
}
