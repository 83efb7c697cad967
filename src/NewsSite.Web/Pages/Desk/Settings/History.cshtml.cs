using System.Globalization;
using NewsSite.Site;
using NewsSite.Text;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Every change of the settings, each of which can be taken back.</summary>
public sealed class HistoryModel(SettingHistory history, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>The lines, newest first.</summary>
    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    /// <summary>The address of the next page; null on the last.</summary>
    public string? NextPage { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(int? before, string? refused, CancellationToken cancel)
    {
        Begin("HistoryTitle");
        var found = await history.LinesAsync(null, before, cancel);
        Lines = [.. found.Take(SettingHistory.PageSize)];
        NextPage = found.Count > SettingHistory.PageSize ? Link(string.Create(CultureInfo.InvariantCulture, $"/desk/settings/history?before={Lines[^1].Change.Id}")) : null;
        if (Enum.TryParse<SettingRefusal>(refused, out var why) && Enum.IsDefined(why))
        {
            Refuse(why);
        }
    }

    /// <summary>A value in words.</summary>
    public string Value(SettingChange change, string? stored) =>
        SettingText.Of(change.Key, stored) ?? Words[SettingKeys.SectionOf(change.Key) is null ? "SettingAsConfigured" : "SettingNoSection"];

    /// <summary>What became of a text, word by word.</summary>
    public static IReadOnlyList<DiffPiece> Diff(SettingChange change) => WordDiff.Between(change.Before ?? "", change.After ?? "");

    /// <summary>True when what was before can be taken up again: a section that was not there cannot.</summary>
    public static bool CanRestore(SettingChange change) => change.Before is not null || SettingKeys.SectionOf(change.Key) is null;
}
