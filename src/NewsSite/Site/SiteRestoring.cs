namespace NewsSite.Site;

/// <summary>Takes up again what the publication said of itself before a change.</summary>
public sealed class SiteRestoring(SettingHistory history, SiteChanges settings, SectionChanges sections)
{
    /// <summary>Makes it what it was; the line it makes in the history can be taken back in turn.</summary>
    /// <param name="actorId">Who.</param>
    /// <param name="changeId">The change that is taken back; those after it are not.</param>
    /// <param name="language">The publication's own language.</param>
    /// <param name="seen">The revision they had before their eyes.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<SettingRefusal?> RestoreAsync(int actorId, int changeId, string language, int seen, CancellationToken cancel = default) =>
        await history.FindAsync(changeId, cancel) is not { } change ? SettingRefusal.Gone
        : SettingKeys.SectionOf(change.Key) is null ? await settings.ChangeAsync(actorId, [new WantedSetting(change.Key, change.Before)], seen, cancel)
        : await sections.RestoreAsync(actorId, change, language, seen, cancel);
}
