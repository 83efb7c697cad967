using NewsSite.Media;
using NewsSite.Web.Resources;

namespace NewsSite.Web.Pages.Desk.Pictures;

/// <summary>What the pages about pictures share.</summary>
public abstract class PicturePage : PersonalPage
{
    private const string OutcomesKey = "PictureOutcomes";
    private const string ProblemsKey = "PictureProblems";

    /// <summary>What was done, a sentence each.</summary>
    public IReadOnlyList<string> Outcomes { get; private set; } = [];

    /// <summary>What was refused, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; protected set; } = [];

    /// <summary>The address of a picture's page.</summary>
    public string PathOf(int id) => Link($"/desk/pictures/{id}");

    /// <summary>Where the newsroom sees one size of a picture, published or not.</summary>
    public static string Source(string file, int width) => $"{PictureSizes.DeskPath}/{PictureSizes.FileName(file, Math.Min(width, PictureSizes.Widths.Max()))}";

    /// <summary>The sizes of a picture for the newsroom, of a kind.</summary>
    public static string SourceSet(string file, int width, string kind) => PictureSizes.SourceSet(file, width, kind, PictureSizes.DeskPath);

    /// <summary>A refusal in words of the page.</summary>
    public static string Sentence(Words words, PictureRefusal refusal) =>
        words.Format($"PictureFault.{refusal.Fault}", words.Number(refusal.Found), words.Number(refusal.Allowed), refusal.Kind?.Name ?? "");

    /// <summary>Takes up what the page before had to say.</summary>
    protected void TakeOutcomes()
    {
        Outcomes = TempData[OutcomesKey] is string[] done ? done : [];
        Problems = TempData[ProblemsKey] is string[] refused ? refused : [];
    }

    /// <summary>Leaves sentences for the page that comes next.</summary>
    protected void Leave(IEnumerable<string> outcomes, IEnumerable<string> problems)
    {
        TempData[OutcomesKey] = outcomes.ToArray();
        TempData[ProblemsKey] = problems.ToArray();
    }
}
