using Microsoft.AspNetCore.Mvc;
using NewsSite.Articles;
using NewsSite.Site;
using NewsSite.Text;
using NewsSite.Web.Settings;

namespace NewsSite.Web.Pages.Desk.Settings;

/// <summary>Changes how genres are called, and which writers may choose.</summary>
public sealed class GenresModel(SiteChanges changes, SettingHistory history, SiteUpdates updates) : SettingPage(updates)
{
    /// <summary>The genres, as the form has them.</summary>
    public IReadOnlyDictionary<Genre, GenreSetting> Genres { get; private set; } = new Dictionary<Genre, GenreSetting>();

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Begin("GenresTitle");
        Genres = await CurrentAsync(cancel);
    }

    /// <summary>Changes them; what is as the house has it stays unsaid.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] Dictionary<string, string?> name, [FromForm] string[]? offered, [FromForm] int seen, CancellationToken cancel)
    {
        Begin("GenresTitle", seen);
        var current = await CurrentAsync(cancel);
        Genres = current.ToDictionary(c => c.Key, c => Typed(c.Key, c.Value, name, offered ?? []));
        var wanted = Genres.Select(g => new WantedSetting(SettingKeys.Genre(g.Key), g.Value == GenreSetting.Default ? null : g.Value.ToJson())).ToList();
        return await AnswerAsync(await changes.ChangeAsync(ActorId, wanted, Seen, cancel), "/desk/settings/genres", cancel);
    }

    /// <summary>Names in languages the form did not ask for stay.</summary>
    private GenreSetting Typed(Genre genre, GenreSetting current, Dictionary<string, string?> names, string[] offered) => new(
        LocalizedText.Of(current.Names.Texts.Where(t => !Site.LanguageTags.Contains(t.Key))
            .Concat(Site.LanguageTags.Select(l => KeyValuePair.Create(l, TypedText.Line(names.GetValueOrDefault($"{genre}-{l}") ?? ""))))),
        offered.Contains(genre.ToString()));

    private async Task<Dictionary<Genre, GenreSetting>> CurrentAsync(CancellationToken cancel)
    {
        var current = await history.CurrentAsync(cancel);
        return Enum.GetValues<Genre>().ToDictionary(g => g, g => current.TryGetValue(SettingKeys.Genre(g), out var stored) ? GenreSetting.FromJson(stored) : GenreSetting.Default);
    }
}
