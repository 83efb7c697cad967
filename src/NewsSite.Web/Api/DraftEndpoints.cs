using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsSite.Articles;
using NewsSite.Data;
using NewsSite.Desk;
using NewsSite.Text;
using NewsSite.Tokens;

namespace NewsSite.Web.Api;

/// <summary>Drafts, for programs of people of the newsroom: by the same rules as the desk's own pages, through the same classes.</summary>
internal static class DraftEndpoints
{
    private static readonly ApiParameter Language = new("language", ApiParameterKind.Language, "Only drafts in this language; a BCP 47 tag.");

    public static void MapDrafts(this RouteGroupBuilder api)
    {
        var drafts = api.MapGroup("/drafts").RequireAuthorization(ApiServices.PolicyFor(TokenScope.Drafts)).WithTags("Drafts")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).AddEndpointFilter(NeverKeptAsync);
        drafts.MapGet("", ListAsync).Taking(Language, ApiParameter.Limit, ApiParameter.After).Produces<ApiPage<ApiDraftLine>>()
            .WithName("listDrafts").WithSummary("The pieces at the desk the token's person may see, the newest first.");
        drafts.MapPost("", BeginAsync).Taking().Accepts<ApiNewDraft>("application/json").Produces<ApiDraft>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("createDraft").WithSummary("Begins a piece.");
        drafts.MapGet("/{id:int:min(1)}", ShowAsync).Taking().Produces<ApiDraft>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getDraft").WithSummary("One piece, as the desk has it.");
        drafts.MapPatch("/{id:int:min(1)}", ChangeAsync).Taking().Accepts<ApiDraftChange>("application/json", "application/merge-patch+json").Produces<ApiDraft>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("updateDraft").WithSummary("Changes a piece: never what readers have.")
            .WithDescription("What others changed since `revision` is joined with it. Where both changed the same, the answer is 409, what was sent is kept aside at the desk as the revision named, and nothing is overwritten.");
        drafts.MapPost("/{id:int:min(1)}/publication", PublishAsync).Taking().Accepts<ApiPublishing>("application/json").Produces<ApiPublished>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .RequireAuthorization(ApiServices.PolicyFor(TokenScope.Publish))
            .WithName("publishDraft").WithSummary("Shows a revision to readers.")
            .WithDescription("The same checks stop it as at the desk; `findings` says which. Takes a token made for publishing, of somebody who may.");
    }

    private static async Task<IResult> ListAsync(HttpContext context, NewsDbContext db, CancellationToken cancel)
    {
        var (query, actor) = (context.Asked(), Actor(context));
        var before = query.After?.Id ?? int.MaxValue;
        var pieces = db.Assignments.AsNoTracking().Where(a => a.ArticleId < before);
        if (query.Language is { } language)
        {
            pieces = pieces.Where(a => a.Article.Language == language);
        }

        if (!actor.MayPublish)
        {
            var languages = (await db.Articles.Select(a => a.Language).Distinct().ToListAsync(cancel)).Where(actor.MaySee).ToList();
            pieces = pieces.Where(a => languages.Contains(a.Article.Language));
        }

        var found = await pieces.OrderByDescending(a => a.ArticleId).Take(query.Limit + 1)
            .Join(db.ArticleRevisions, a => new { a.ArticleId, Number = a.LatestRevision }, r => new { r.ArticleId, r.Number }, (a, r) => new { a.ArticleId, a.Article.Language, r.Json, a.Stage, a.LatestRevision, a.SavedAt })
            .OrderByDescending(a => a.ArticleId)
            .ToListAsync(cancel);
        return context.AnswerPage(found.ConvertAll(a => new ApiDraftLine(a.ArticleId, a.Language, Drafting.TitleOf(ArticleContent.FromJson(a.Json)), a.Stage, a.LatestRevision, a.SavedAt)), d => new ApiCursor(default, d.Id));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, int id, Drafting drafting, DraftRecords records, CancellationToken cancel) =>
        await FindAsync(context, id, drafting, records, cancel) is { } draft ? context.Answer(draft) : ApiProblem.NotFound("draft");

    private static async Task<IResult> BeginAsync(HttpContext context, Drafting drafting, DraftRecords records, NewNames names, TimeProvider clock, CancellationToken cancel)
    {
        var (sent, problem) = await ApiBody.ReadAsync(context, cancel);
        if (problem is not null)
        {
            return problem;
        }

        (var typed, problem) = ApiBody.As<ApiNewDraft>(sent!, context.Options());
        if (problem is not null)
        {
            return problem;
        }

        var errors = new Dictionary<string, string[]>();
        if (LanguageTag.Canonical(typed!.Language) is not { } language)
        {
            errors["language"] = ["\"language\" says in which language it is written: a tag such as \"uk\"."];
            language = "";
        }

        var actor = Actor(context);
        var content = await records.KeptAsync(typed, new ArticleContent(), errors, cancel);
        if (errors.Count > 0)
        {
            return Unfit(errors);
        }

        if (!actor.MayWrite(language))
        {
            return ApiProblem.Of(StatusCodes.Status403Forbidden, $"The token's person does not write in \"{language}\".");
        }

        var resolved = await names.ResolveAsync(content, actor, clock.GetUtcNow().UtcDateTime, cancel);
        var (id, why) = await drafting.BeginAsync(actor, language, resolved, cancel: cancel);
        if (why is { } refusal)
        {
            return Refused(refusal);
        }

        if (!string.IsNullOrWhiteSpace(typed.OriginalText))
        {
            await drafting.SaveAsync(actor, new DraftSave { ArticleId = id!.Value, Base = 1, Content = resolved, Original = TypedText.Clean(typed.OriginalText) }, cancel);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"{ApiServices.Root}/drafts/{id}");
        return Results.Json(await FindAsync(context, id!.Value, drafting, records, cancel), context.Options(), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, int id, Drafting drafting, DraftRecords records, NewNames names, TimeProvider clock, CancellationToken cancel)
    {
        var (sent, problem) = await ApiBody.ReadAsync(context, cancel);
        if (problem is not null)
        {
            return problem;
        }

        var actor = Actor(context);
        if (await drafting.OpenAsync(actor, id, cancel) is not { } assignment)
        {
            return ApiProblem.NotFound("draft");
        }

        if (sent!["revision"] is not JsonValue value || !value.TryGetValue<int>(out var number) || await drafting.RevisionAsync(id, number, cancel) is not { } revision)
        {
            return Unfit(new Dictionary<string, string[]> { ["revision"] = [$"\"revision\" says which revision was changed; the latest is {assignment.LatestRevision}."] });
        }

        var options = context.Options();
        var merged = ApiBody.Merge(JsonSerializer.SerializeToNode(await records.ToldAsync(revision.Content, cancel), options)!.AsObject(), sent);
        (var typed, problem) = ApiBody.As<ApiDraftChange>(merged, options);
        if (problem is not null)
        {
            return problem;
        }

        var errors = new Dictionary<string, string[]>();
        var content = await records.KeptAsync(typed!, revision.Content, errors, cancel);
        if (errors.Count > 0)
        {
            return Unfit(errors);
        }

        var save = new DraftSave
        {
            ArticleId = id, Base = number, Content = await names.ResolveAsync(content, actor, clock.GetUtcNow().UtcDateTime, cancel), Note = typed!.Note,
            Original = sent.ContainsKey("originalText") ? TypedText.Clean(typed.OriginalText ?? "") : null,
        };
        return await drafting.SaveAsync(actor, save, cancel) switch
        {
            DraftOutcome.Refused refused => Refused(refused.Why),
            DraftOutcome.Aside aside => ApiProblem.Of(
                StatusCodes.Status409Conflict, $"Somebody changed the same since revision {number}. What was sent is kept at the desk as revision {aside.Number}; nothing was overwritten.",
                more: new Dictionary<string, object?> { ["keptAside"] = aside.Number, ["disagreements"] = aside.Disagreements, ["latest"] = aside.Latest.Number }),
            _ => context.Answer((await FindAsync(context, id, drafting, records, cancel))!),
        };
    }

    private static async Task<IResult> PublishAsync(HttpContext context, int id, NewsDbContext db, Drafting drafting, Publishing publishing, CancellationToken cancel)
    {
        var (sent, problem) = await ApiBody.ReadAsync(context, cancel);
        if (problem is not null)
        {
            return problem;
        }

        (var wish, problem) = ApiBody.As<ApiPublishing>(sent!, context.Options());
        if (problem is not null)
        {
            return problem;
        }

        var actor = Actor(context);
        if (await drafting.OpenAsync(actor, id, cancel) is not { } assignment)
        {
            return ApiProblem.NotFound("draft");
        }

        if (wish!.Revision is not { } number)
        {
            return Unfit(new Dictionary<string, string[]> { ["revision"] = [$"\"revision\" says which revision readers are to have; the latest is {assignment.LatestRevision}."] });
        }

        if (wish.NoteKind is not null && wish.Note?.Trim() is not { Length: > 0 and <= Correction.MaxLength })
        {
            return Unfit(new Dictionary<string, string[]> { ["note"] = [$"A note has 1 to {Correction.MaxLength} characters."] });
        }

        var isOut = assignment.Stage == WorkStage.Published;
        var outcome = await publishing.PublishAsync(actor, [(id, number)], isOut ? new PublishedChange(wish.IsSubstantive, wish.NoteKind, wish.Note) : null, cancel);
        if (outcome.Why is { } why)
        {
            return Refused(why, outcome.Findings);
        }

        var address = await db.Articles.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.PublicationDay, a.Slug }).SingleAsync(cancel);
        return context.Answer(new ApiPublished(id, number, context.BaseUrl() + new ArticleAddress(address.PublicationDay!.Value, address.Slug)));
    }

    private static async Task<ApiDraft?> FindAsync(HttpContext context, int id, Drafting drafting, DraftRecords records, CancellationToken cancel)
    {
        if (await drafting.OpenAsync(Actor(context), id, cancel) is not { } assignment || await drafting.RevisionAsync(id, assignment.LatestRevision, cancel) is not { } latest)
        {
            return null;
        }

        var told = await records.ToldAsync(latest.Content, cancel);
        return new ApiDraft
        {
            Id = id, Language = assignment.Article.Language, Revision = latest.Number, Stage = assignment.Stage, SavedAt = assignment.SavedAt,
            Headline = told.Headline, Standfirst = told.Standfirst, Body = told.Body, Slug = told.Slug, Section = told.Section, Genre = told.Genre, Topics = told.Topics,
            Series = told.Series, SeriesPart = told.SeriesPart, Credits = told.Credits, Source = told.Source, Picture = told.Picture, OriginalText = told.OriginalText,
        };
    }

    private static DeskActor Actor(HttpContext context) => context.Features.Get<TokenBearer>()!.Actor;

    private static IResult Unfit(Dictionary<string, string[]> errors) => ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, errors.Values.First()[0], errors);

    private static IResult Refused(DeskRefusal why, IReadOnlyList<Finding>? findings = null)
    {
        var status = why switch
        {
            DeskRefusal.NotFound or DeskRefusal.NoRevision => StatusCodes.Status404NotFound,
            DeskRefusal.NotAllowed or DeskRefusal.HeldByOther => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        var words = Resources.Words.In("en");
        return ApiProblem.Of(status, words[$"DeskRefusal.{why}"], more: findings is { Count: > 0 }
            ? new Dictionary<string, object?> { ["findings"] = findings.Select(f => new { check = f.Check, field = f.Field, detail = words.Format($"Finding.{f.Check}", [.. f.Details]) }).ToList() }
            : null);
    }

    private static ValueTask<object?> NeverKeptAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        invocation.HttpContext.Response.OnStarting(() =>
        {
            invocation.HttpContext.Response.Headers.CacheControl = "private, no-store";
            return Task.CompletedTask;
        });
        return next(invocation);
    }
}
