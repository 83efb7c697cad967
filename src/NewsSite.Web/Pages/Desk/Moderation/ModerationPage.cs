using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Moderation;
using NewsSite.Web.Caching;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Pages.Desk.Moderation;

/// <summary>The lists a moderator works through.</summary>
public enum QueueTab
{
    /// <summary>What waits.</summary>
    Held,

    /// <summary>What is visible and was flagged.</summary>
    Flagged,

    /// <summary>What was decided.</summary>
    Decided,
}

/// <summary>What the pages of moderation share: what they say about decisions, and where they lead back to.</summary>
public abstract class ModerationPage : PersonalPage
{
    private const string OutcomesKey = "ModerationOutcomes";
    private const string UndoKey = "ModerationUndo";

    /// <summary>What became of the decisions just made, a sentence each.</summary>
    public IReadOnlyList<string> Outcomes { get; private set; } = [];

    /// <summary>The entries of the decisions just made, for one to think better of them.</summary>
    public IReadOnlyList<int> Undoable { get; private set; } = [];

    /// <summary>The moderator.</summary>
    protected int ModeratorId => AccountId ?? throw new InvalidOperationException("Only those signed in come here.");

    /// <summary>A list's name in addresses.</summary>
    public static string Name(QueueTab tab) => tab switch { QueueTab.Flagged => "flagged", QueueTab.Decided => "decided", _ => "held" };

    /// <summary>The address of a list.</summary>
    public string PathOf(QueueTab tab) => Link(tab == QueueTab.Held ? "/desk/moderation" : $"/desk/moderation?tab={Name(tab)}");

    /// <summary>Reads a list's name; null when it is none.</summary>
    protected static QueueTab? Tab(string? name) => name is null ? QueueTab.Held : Enum.GetValues<QueueTab>().Cast<QueueTab?>().FirstOrDefault(t => Name(t!.Value) == name);

    /// <summary>Takes up what the page before had to say.</summary>
    protected void TakeOutcomes()
    {
        Outcomes = TempData[OutcomesKey] is string[] sentences ? sentences : [];
        Undoable = TempData[UndoKey] is int[] entries ? entries : [];
    }

    /// <summary>Evicts what the decisions changed and goes back to the list, which says what became of them.</summary>
    protected RedirectResult Report(IReadOnlyList<Decision> decisions, string? tab)
    {
        foreach (var article in decisions.OfType<Decision.Done>().Select(d => d.ArticleId).Distinct())
        {
            HttpContext.EvictArticle(article);
        }

        TempData[OutcomesKey] = decisions.Select(Sentence).ToArray();
        TempData[UndoKey] = decisions.OfType<Decision.Done>().Where(d => d.Entry.CanBeUndone).Select(d => d.Entry.Id).ToArray();
        return Redirect($"{PathOf(Tab(tab) ?? QueueTab.Held)}#queue");
    }

    private string Sentence(Decision decision) => decision switch
    {
        Decision.Done done => Words.Format($"Outcome.{done.Entry.Action}", done.Entry.Comment.AuthorName),
        Decision.Already already => Words.Format($"Outcome.Already.{already.Action}", already.By, Span(Words, "Ago", already.Ago)),
        _ => Words["Outcome.Changed"],
    };

    /// <summary>A time span in little room: "5 s ago", "3 h".</summary>
    public static string Span(Words words, string form, TimeSpan span)
    {
        var (unit, number) = span switch
        {
            { TotalSeconds: < 60 } => ("Seconds", span.TotalSeconds),
            { TotalMinutes: < 60 } => ("Minutes", span.TotalMinutes),
            { TotalHours: < 48 } => ("Hours", span.TotalHours),
            _ => ("Days", span.TotalDays),
        };
        return words.Format($"{form}.{unit}", words.Number(Math.Max(0, (int)number)));
    }

    /// <summary>A key in a form or an address; null when it is none.</summary>
    protected static int? Key(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;
}
