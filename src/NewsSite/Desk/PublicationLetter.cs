using NewsSite.Email;

namespace NewsSite.Desk;

/// <summary>What somebody credited with a piece is told when readers have it.</summary>
/// <param name="Recipient">Their address.</param>
/// <param name="Name">Their name.</param>
/// <param name="Language">The language they like to be written to in.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="At">When; UTC.</param>
public sealed record PublicationNews(string Recipient, string Name, string Language, string Headline, string Path, DateTime At);

/// <summary>Writes the mail that tells somebody their piece is out.</summary>
public delegate OutboxMail PublicationLetter(PublicationNews news);
