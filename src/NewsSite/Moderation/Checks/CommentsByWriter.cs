using NewsSite.Comments;
using NewsSite.Data;

namespace NewsSite.Moderation.Checks;

/// <summary>Whose comments checks look at.</summary>
internal static class CommentsByWriter
{
    extension(IQueryable<Comment> comments)
    {
        /// <summary>
        /// What the writer of a submission said before: of the account, else of the guest's address. An address counts only by comments whose mailed link was
        /// clicked, for anybody may type it.
        /// </summary>
        public IQueryable<Comment> By(NewsDbContext db, Submission submission)
        {
            var (account, guest) = (submission.AccountId, submission.GuestEmail);
            return account is not null
                ? comments.Where(c => c.AccountId == account)
                : comments.Where(c => guest != null && db.CommentOrigins.Any(o => o.CommentId == c.Id && o.GuestEmail == guest && o.ConfirmationHash == null));
        }
    }
}
