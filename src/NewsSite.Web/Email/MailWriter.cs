using System.Net;
using System.Text;
using NewsSite.Email;
using NewsSite.Text;
using NewsSite.Web.Resources;
using NewsSite.Web.Settings;
using NewsSite.Web.Sharing;

namespace NewsSite.Web.Email;

/// <summary>One part of a mail, printed in its plain text and in its HTML alike.</summary>
public abstract record MailPart
{
    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(string Text) : MailPart;

    /// <summary>Somebody's words; text only, never their markup.</summary>
    public sealed record Quote(string Text, string Language) : MailPart;

    /// <summary>What the reader is asked to open, on a line of its own.</summary>
    public sealed record Action(string Label, string Url) : MailPart;

    /// <summary>What the mail is, and a line under it.</summary>
    public sealed record Lead(string Text, string Line) : MailPart;

    /// <summary>What the pieces under it share.</summary>
    public sealed record Heading(string Text, string Language) : MailPart;

    /// <summary>A piece, as a front page tells of it: its translator and source as plainly as its author.</summary>
    /// <param name="Kicker">Its section.</param>
    /// <param name="Headline">Its headline.</param>
    /// <param name="Url">Its address.</param>
    /// <param name="Byline">Who made it and where it first appeared.</param>
    /// <param name="Standfirst">The sentence under it; empty for none.</param>
    /// <param name="Language">Its language.</param>
    /// <param name="Also">Its other versions.</param>
    public sealed record Piece(string Kicker, string Headline, string Url, IReadOnlyList<TextRun> Byline, string Standfirst, string Language, IReadOnlyList<MailLink> Also) : MailPart;

    /// <summary>Links at the foot: muting, unsubscribing.</summary>
    public sealed record Footer(string Label, string Url) : MailPart;
}

/// <summary>A link in a mail.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Url">Where it leads.</param>
public sealed record MailLink(string Label, string Url);

/// <summary>
/// Writes mails: the same parts as plain text and as HTML, with the words of a language, and at the end why it came. Nothing is loaded from anywhere and
/// no link is anybody's but ours: a comment's text goes in as text.
/// </summary>
public sealed class MailWriter(SiteSettings site)
{
    /// <summary>Writes a mail that is due at once.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="recipient">The address.</param>
    /// <param name="language">The language of its words.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="parts">What stands in it.</param>
    /// <param name="why">Why it came: "because you …".</param>
    /// <param name="now">When it was caused; UTC.</param>
    public OutboxMail Write(MailKind kind, string recipient, string language, string subject, IReadOnlyList<MailPart> parts, string why, DateTime now)
    {
        var words = WordsFor(language);
        return new OutboxMail(kind, recipient, subject.ReplaceLineEndings(" "), Plain(parts, why), Html(words, subject, parts, why), now);
    }

    /// <summary>The words somebody with that language is written to in.</summary>
    public Words WordsFor(string language) => Words.In(site.ChromeFor(language));

    /// <summary>A path of this site whose page speaks that language.</summary>
    public string In(string language, string path) =>
        language == site.DefaultLanguage ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}language={language}";

    private string Plain(IReadOnlyList<MailPart> parts, string why)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.AppendLine(part switch
            {
                MailPart.Paragraph paragraph => paragraph.Text,
                MailPart.Quote quote => "> " + string.Join("\n> ", quote.Text.ReplaceLineEndings("\n").Split('\n')),
                MailPart.Action action => $"{action.Label}:\n{action.Url}",
                MailPart.Lead lead => $"{lead.Text}\n{lead.Line}",
                MailPart.Heading heading => $"{heading.Text}\n{new string('=', heading.Text.Length)}",
                MailPart.Piece piece => Plain(piece),
                MailPart.Footer footer => $"{footer.Label}: {footer.Url}",
                _ => throw new InvalidOperationException($"No text for {part}."),
            });
            text.AppendLine();
        }

        return text.AppendLine("-- ").AppendLine(why).AppendLine(site.Name).ToString();
    }

    private string Html(Words words, string subject, IReadOnlyList<MailPart> parts, string why)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html><html lang=\"").Append(words.Language).Append("\" dir=\"").Append(words.Direction).Append("\"><head><meta charset=\"utf-8\"><title>").Append(Encode(subject))
            .Append("</title></head><body style=\"font-family:Georgia,serif;font-size:17px;line-height:1.55;color:#1a1a1a;max-width:36em;margin:0 auto;padding:1.5em\">");
        foreach (var part in parts)
        {
            html.Append(part switch
            {
                MailPart.Paragraph paragraph => $"<p>{Encode(paragraph.Text)}</p>",
                MailPart.Quote quote => $"<blockquote lang=\"{Encode(quote.Language)}\" dir=\"{LanguageTag.Direction(quote.Language)}\" style=\"margin:1em 0;padding-inline-start:1em;border-inline-start:3px solid #c9c2b4;white-space:pre-line\">{Encode(quote.Text)}</blockquote>",
                MailPart.Action action => $"<p><a href=\"{Encode(action.Url)}\" style=\"color:#8a1f1f;font-weight:bold\">{Encode(action.Label)}</a></p>",
                MailPart.Lead lead => $"<p style=\"font-size:21px;line-height:1.3;margin:0 0 .2em\"><b>{Encode(lead.Text)}</b></p><p style=\"font-size:14px;color:#555;margin:0 0 1.6em;padding-bottom:1em;border-bottom:3px double #c9c2b4\">{Encode(lead.Line)}</p>",
                MailPart.Heading heading => $"<h2 lang=\"{Encode(heading.Language)}\" dir=\"{LanguageTag.Direction(heading.Language)}\" style=\"font-size:15px;color:#8a1f1f;margin:2em 0 .8em\">{Encode(heading.Text)}</h2>",
                MailPart.Piece piece => Html(piece),
                MailPart.Footer footer => $"<p style=\"font-size:14px;margin:.4em 0\"><a href=\"{Encode(footer.Url)}\" style=\"color:#555\">{Encode(footer.Label)}</a></p>",
                _ => throw new InvalidOperationException($"No markup for {part}."),
            });
        }

        return html.Append("<p style=\"font-size:14px;color:#555;border-top:1px solid #ddd;padding-top:.8em\">").Append(Encode(why)).Append("<br>").Append(Encode(site.Name)).Append("</p></body></html>").ToString();
    }

    private static string Plain(MailPart.Piece piece)
    {
        var lines = new List<string> { piece.Headline };
        if (piece.Byline.Count > 0)
        {
            lines.Add(TextRuns.Plain(piece.Byline));
        }

        if (piece.Standfirst.Length > 0)
        {
            lines.Add(piece.Standfirst);
        }

        lines.Add(piece.Url);
        lines.AddRange(piece.Also.Select(a => $"{a.Label}: {a.Url}"));
        return string.Join('\n', lines);
    }

    private static string Html(MailPart.Piece piece)
    {
        var html = new StringBuilder();
        html.Append("<div lang=\"").Append(Encode(piece.Language)).Append("\" dir=\"").Append(LanguageTag.Direction(piece.Language)).Append("\" style=\"margin:0 0 1.6em;padding:0 0 1.4em;border-bottom:1px solid #ddd\">");
        html.Append("<p style=\"font-family:Helvetica,Arial,sans-serif;font-size:12px;color:#8a1f1f;margin:0 0 .3em\">").Append(Encode(piece.Kicker)).Append("</p>");
        html.Append("<h3 style=\"font-size:20px;line-height:1.25;margin:0 0 .3em\"><a href=\"").Append(Encode(piece.Url)).Append("\" style=\"color:#1a1a1a;text-decoration:none\">").Append(Encode(piece.Headline)).Append("</a></h3>");
        if (piece.Standfirst.Length > 0)
        {
            html.Append("<p style=\"margin:0 0 .4em\">").Append(Encode(piece.Standfirst)).Append("</p>");
        }

        html.Append("<p style=\"font-family:Helvetica,Arial,sans-serif;font-size:13px;line-height:1.5;color:#555;margin:0\">");
        foreach (var run in piece.Byline)
        {
            html.Append(run.Address is { } to ? $"<a href=\"{Encode(to)}\" style=\"color:#333\">{Encode(run.Text)}</a>" : Encode(run.Text));
        }

        foreach (var also in piece.Also)
        {
            html.Append("<br><a href=\"").Append(Encode(also.Url)).Append("\" style=\"color:#333\">").Append(Encode(also.Label)).Append("</a>");
        }

        return html.Append("</p></div>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
