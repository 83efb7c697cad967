namespace NewsSite.Email;

/// <summary>One subscriber's copy of a text many get: made when it is sent, kept nowhere.</summary>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="UnsubscribeUrl">The address of the one-click unsubscription.</param>
/// <param name="ReturnTag">What the return path carries, where mail that comes back has a mailbox of its own.</param>
public sealed record PersonalCopy(string Text, string Html, string UnsubscribeUrl, string ReturnTag);
