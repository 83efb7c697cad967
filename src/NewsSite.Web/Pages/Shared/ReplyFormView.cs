using NewsSite.Comments;

namespace NewsSite.Web.Pages.Shared;

/// <summary>The form by which a reader says something. On a kept page it knows nothing of the reader; on the page that answers a refused post it holds what was typed.</summary>
public sealed record ReplyFormView
{
    /// <summary>True where the page is about nothing else: its title is the form's heading then.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The page it is printed on.</summary>
    public required SitePage Page { get; init; }

    /// <summary>The article.</summary>
    public required int ArticleId { get; init; }

    /// <summary>Where who signs in to write comes back to.</summary>
    public required string Place { get; init; }

    /// <summary>Where to sign in instead, in the language of the page.</summary>
    public string SignInPath => Page.Link($"/account/sign-in?returnUrl={Uri.EscapeDataString(Place)}");

    /// <summary>The comment answered; null to begin a thread.</summary>
    public int? ParentId { get; init; }

    /// <summary>Which text of it the reader sees.</summary>
    public int? ParentRevision { get; init; }

    /// <summary>Whose comment it is.</summary>
    public string? ParentName { get; init; }

    /// <summary>The language of the article, taken for that of the comment until somebody says otherwise.</summary>
    public required string Language { get; init; }

    /// <summary>Whether people without an account may post.</summary>
    public required bool TakesGuests { get; init; }

    /// <summary>The name of the account signed in; null where there is none, or the page cannot know.</summary>
    public string? SignedInAs { get; init; }

    /// <summary>What was typed before.</summary>
    public CommentForm Typed { get; init; } = new();

    /// <summary>Why it was not taken.</summary>
    public CommentRefusal? Refusal { get; init; }

    /// <summary>What the text would look like.</summary>
    public NewsSite.Text.SafeHtml? Preview { get; init; }
}

/// <summary>What the form sends.</summary>
public sealed record CommentForm
{
    /// <summary>The article.</summary>
    public int Article { get; init; }

    /// <summary>The comment answered.</summary>
    public int? Parent { get; init; }

    /// <summary>Which text of it the reader saw.</summary>
    public int? Seen { get; init; }

    /// <summary>The text.</summary>
    public string? Text { get; init; }

    /// <summary>Its language.</summary>
    public string? Language { get; init; }

    /// <summary>A guest's name.</summary>
    public string? Name { get; init; }

    /// <summary>A guest's address.</summary>
    public string? Email { get; init; }

    /// <summary>The field nobody sees.</summary>
    public string? Website { get; init; }

    /// <summary>The key a script made for this post.</summary>
    public string? Key { get; init; }

    /// <summary>How long a script saw the reader write, in seconds.</summary>
    public int? Seconds { get; init; }

    /// <summary>Ticked to get mail about answers.</summary>
    public bool Mail { get; init; }
}
