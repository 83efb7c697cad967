using NewsSite.Articles;

namespace NewsSite.Desk;

/// <summary>Why the desk does not do what was asked. Each has a sentence under <c>DeskRefusal.</c> and its name.</summary>
public enum DeskRefusal
{
    /// <summary>There is no such piece, or not for this person.</summary>
    NotFound,

    /// <summary>That is for others to do.</summary>
    NotAllowed,

    /// <summary>The address leads to no piece readers have here.</summary>
    NotOurs,

    /// <summary>From where the piece stands there is no way there.</summary>
    NoWay,

    /// <summary>Somebody else has claimed it.</summary>
    HeldByOther,

    /// <summary>It is under embargo.</summary>
    Embargoed,

    /// <summary>Something has to be put right first.</summary>
    NotReady,

    /// <summary>There is no such revision.</summary>
    NoRevision,

    /// <summary>The time lies behind, or is none.</summary>
    TimePast,

    /// <summary>The time lies ahead, or is none.</summary>
    TimeAhead,

    /// <summary>Somebody changed it in this very moment.</summary>
    Changed,

    /// <summary>A reason is wanted.</summary>
    NoteMissing,

    /// <summary>The text is longer than the desk keeps.</summary>
    TooLong,

    /// <summary>Another piece has that address.</summary>
    AddressTaken,
}

/// <summary>
/// The desk's side of a piece: where it stands, who holds it, which revision is the latest and which one readers have, when it is to appear. Public pages never read it.
/// Its row is what writers and publishers of one piece take turns by.
/// </summary>
public sealed class Assignment
{
    /// <summary>How long somebody who claimed a piece has to hand in; every move and every save begins it anew.</summary>
    public static readonly TimeSpan ClaimLength = TimeSpan.FromDays(7);

    /// <summary>The longest note on an embargo, in characters.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>Where a piece may go from where it stands.</summary>
    private static readonly Dictionary<WorkStage, WorkStage[]> Ways = new()
    {
        [WorkStage.Suggested] = [WorkStage.Claimed, WorkStage.Spiked],
        [WorkStage.Claimed] = [WorkStage.Translating, WorkStage.Suggested, WorkStage.Spiked],
        [WorkStage.Translating] = [WorkStage.InEdit, WorkStage.Suggested, WorkStage.Spiked],
        [WorkStage.InEdit] = [WorkStage.Ready, WorkStage.Translating, WorkStage.Spiked],
        [WorkStage.Ready] = [WorkStage.InEdit, WorkStage.Spiked],
        [WorkStage.Spiked] = [WorkStage.Suggested],
        [WorkStage.Scheduled] = [],
        [WorkStage.Published] = [],
        [WorkStage.Withdrawn] = [],
    };

    /// <summary>What whoever writes a piece may do; everything else is an editor's.</summary>
    private static readonly HashSet<(WorkStage, WorkStage)> WritersWays =
    [
        (WorkStage.Suggested, WorkStage.Claimed), (WorkStage.Claimed, WorkStage.Translating), (WorkStage.Claimed, WorkStage.Suggested),
        (WorkStage.Translating, WorkStage.InEdit), (WorkStage.Translating, WorkStage.Suggested),
    ];

    /// <summary>Begins work on a piece.</summary>
    public Assignment(Article article, WorkStage stage, DateTime now) => (Article, Stage, MovedAt) = (article, stage, now);

    private Assignment()
    {
    }

    /// <summary>The piece.</summary>
    public int ArticleId { get; private set; }

    /// <summary>The piece.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public WorkStage Stage { get; private set; }

    /// <summary>Since when; UTC.</summary>
    public DateTime MovedAt { get; private set; }

    /// <summary>Who has claimed it.</summary>
    public int? HolderId { get; private set; }

    /// <summary>Until when the claim holds; UTC.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>The number of its latest revision, those kept aside left out; 0 before the first.</summary>
    public int LatestRevision { get; private set; }

    /// <summary>The highest number any of its revisions has.</summary>
    public int LastNumber { get; private set; }

    /// <summary>When that was saved; UTC.</summary>
    public DateTime? SavedAt { get; private set; }

    /// <summary>The revision readers have.</summary>
    public int? PublishedRevision { get; private set; }

    /// <summary>The revision that is to appear at <see cref="ScheduledFor"/>; later changes need another word.</summary>
    public int? ScheduledRevision { get; private set; }

    /// <summary>When it appears; UTC. Our own choice, as the embargo is not.</summary>
    public DateTime? ScheduledFor { get; private set; }

    /// <summary>Pieces with the same key appear together or not at all.</summary>
    public string? ScheduledWith { get; private set; }

    /// <summary>True while it is kept back by agreement with others.</summary>
    public bool IsEmbargoed { get; private set; }

    /// <summary>When the embargo ends; UTC. Null for one without an end.</summary>
    public DateTime? EmbargoedUntil { get; private set; }

    /// <summary>With whom that was agreed, and why.</summary>
    public string? EmbargoNote { get; private set; }

    /// <summary>True while somebody's claim holds.</summary>
    public bool IsHeld(DateTime now) => HolderId is not null && HeldUntil > now;

    /// <summary>Where this person may move it at that time.</summary>
    public IReadOnlyList<WorkStage> WaysFor(DeskActor actor, string language, DateTime now) => [.. Ways[Stage].Where(to => WhyNotMove(actor, language, to, now) is null)];

    /// <summary>Why this person may not move it there; null when they may.</summary>
    public DeskRefusal? WhyNotMove(DeskActor actor, string language, WorkStage to, DateTime now) =>
        !Ways[Stage].Contains(to) ? DeskRefusal.NoWay
        : actor.MayPublish ? null
        : !actor.MayWrite(language) || !WritersWays.Contains((Stage, to)) ? DeskRefusal.NotAllowed
        : IsHeld(now) && HolderId != actor.AccountId ? DeskRefusal.HeldByOther
        : null;

    /// <summary>Why this person may not write in it at that time; null when they may. A translator writes until it is handed in, and only where nobody else has the claim.</summary>
    public DeskRefusal? WhyNotWrite(DeskActor actor, string language, DateTime now) =>
        actor.MayPublish ? null
        : !actor.MayWrite(language) ? DeskRefusal.NotAllowed
        : IsHeld(now) && HolderId != actor.AccountId ? DeskRefusal.HeldByOther
        : Stage is WorkStage.Suggested or WorkStage.Claimed or WorkStage.Translating ? null
        : DeskRefusal.NotAllowed;

    /// <summary>Why it may not appear at that time because of an embargo: one without an end lets nothing appear, one with an end nothing before it.</summary>
    public DeskRefusal? WhyNotAppear(DateTime at) => IsEmbargoed && (EmbargoedUntil is null || at < EmbargoedUntil) ? DeskRefusal.Embargoed : null;

    /// <summary>Moves it. Ask <see cref="WhyNotMove"/> first.</summary>
    public void Move(WorkStage to, int? actorId, DateTime now)
    {
        (Stage, MovedAt) = (to, now);
        if (to == WorkStage.Claimed)
        {
            (HolderId, HeldUntil) = (actorId, now + ClaimLength);
        }
        else if (to == WorkStage.Translating)
        {
            (HolderId, HeldUntil) = (HolderId ?? actorId, now + ClaimLength);
        }
        else if (to is WorkStage.Suggested or WorkStage.Spiked)
        {
            (HolderId, HeldUntil) = (null, null);
        }
        else
        {
            // Whoever wrote it stays known; a claim is not needed any more.
            HeldUntil = null;
        }

        if (to != WorkStage.Scheduled)
        {
            (ScheduledFor, ScheduledRevision, ScheduledWith) = (null, null, null);
        }
    }

    /// <summary>A revision was saved.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="isAside">True when it is kept aside.</param>
    /// <param name="now">When; UTC.</param>
    public void Saved(int number, bool isAside, DateTime now)
    {
        LastNumber = number;
        if (!isAside)
        {
            (LatestRevision, SavedAt) = (number, now);
            HeldUntil = HeldUntil is null ? null : now + ClaimLength;
        }
    }

    /// <summary>Readers have that revision.</summary>
    public void Published(int revision, int? actorId, DateTime now)
    {
        PublishedRevision = revision;
        Move(WorkStage.Published, actorId, now);
    }

    /// <summary>Gives it a time to appear at.</summary>
    public void Schedule(int revision, DateTime at, string? with, int actorId, DateTime now)
    {
        Move(WorkStage.Scheduled, actorId, now);
        (ScheduledRevision, ScheduledFor, ScheduledWith) = (revision, at, with);
    }

    /// <summary>Keeps it back until a time, or without an end; or sets it free. What was scheduled too early is not any more.</summary>
    /// <returns>True when a schedule had to go.</returns>
    public bool Embargo(bool isActive, DateTime? until, string? note, DateTime now)
    {
        (IsEmbargoed, EmbargoedUntil, EmbargoNote) = (isActive, isActive ? until : null, isActive ? note : null);
        if (Stage != WorkStage.Scheduled || WhyNotAppear(ScheduledFor!.Value) is null)
        {
            return false;
        }

        Move(WorkStage.Ready, null, now);
        return true;
    }
}
