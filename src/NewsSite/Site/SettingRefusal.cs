namespace NewsSite.Site;

/// <summary>Why a setting stays as it is. Each has a sentence: <c>SettingRefusal.…</c> in the words.</summary>
public enum SettingRefusal
{
    /// <summary>Whoever asks is no administrator, or not any more.</summary>
    NotAdministrator,

    /// <summary>Somebody changed it since the page was opened.</summary>
    ChangedMeanwhile,

    /// <summary>The name has no or too many characters.</summary>
    NameUnfit,

    /// <summary>No language, or one the house has no words in.</summary>
    LanguagesUnfit,

    /// <summary>There is no such time zone.</summary>
    TimeZoneUnknown,

    /// <summary>The text has too many characters, or is too deeply nested to be printed.</summary>
    TextUnfit,

    /// <summary>The file is no JPEG, PNG or WebP picture, or too large.</summary>
    LogoUnfit,

    /// <summary>That is no colour.</summary>
    AccentUnfit,

    /// <summary>The colour cannot be read on light paper.</summary>
    AccentFaintByDay,

    /// <summary>The colour cannot be read on dark paper.</summary>
    AccentFaintByNight,

    /// <summary>A section has a name in the publication's own language, and none is too long.</summary>
    SectionNameUnfit,

    /// <summary>The sentence about a section is too long.</summary>
    SectionAboutUnfit,

    /// <summary>That is no part of an address.</summary>
    SlugUnfit,

    /// <summary>Another section has or had that address.</summary>
    SlugTaken,

    /// <summary>A section with pieces stays.</summary>
    SectionHasArticles,

    /// <summary>A genre's name is too long.</summary>
    GenreNameUnfit,

    /// <summary>At least one genre is offered.</summary>
    NoGenreOffered,

    /// <summary>The thing, or the change, is gone.</summary>
    Gone,
}
