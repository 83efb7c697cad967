namespace NewsSite.Desk.Checks;

/// <summary>Addresses the original leads to and the translation does not, and the other way round. An original pasted without its links asks for none and forbids none.</summary>
internal static class LinksCheck
{
    /// <summary>What differs, from the top.</summary>
    public static IEnumerable<Finding> Find(TranslationPair pair)
    {
        var original = pair.Original.Stretches.SelectMany(s => s.Links).Where(IsElsewhere).Select(Plain).ToHashSet();
        var body = pair.Body.Stretches.SelectMany(s => s.Links).Select(Plain).ToHashSet();
        if (original.Count == 0)
        {
            yield break;
        }

        var said = new HashSet<string>();
        for (var i = 0; i < pair.Original.Stretches.Count; i++)
        {
            foreach (var link in pair.Original.Stretches[i].Links.Where(l => IsElsewhere(l) && !body.Contains(Plain(l)) && said.Add(Plain(l))))
            {
                yield return Finding.Advice("LinkMissing", "body", pair.ParagraphFor(i), TranslationPair.Quote(link));
            }
        }

        foreach (var stretch in pair.Body.Stretches)
        {
            foreach (var link in stretch.Links.Where(l => IsElsewhere(l) && !original.Contains(Plain(l)) && said.Add(Plain(l))))
            {
                yield return Finding.Advice("LinkAdded", "body", stretch.Paragraph, TranslationPair.Quote(link));
            }
        }
    }

    /// <summary>An address without what makes no difference: scheme, "www", the place on the page, tracking. All of Wikipedia is one, as its articles have sisters in other languages.</summary>
    public static string Plain(string address)
    {
        var text = address.Trim();
        text = text.Contains("://", StringComparison.Ordinal) ? text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..] : text;
        text = text.Split('#')[0];
        var query = text.IndexOf('?', StringComparison.Ordinal);
        var (path, asked) = query < 0 ? (text, "") : (text[..query], string.Join('&', text[(query + 1)..].Split('&').Where(p => !p.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && !p.StartsWith("fbclid", StringComparison.OrdinalIgnoreCase))));
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var host = (slash < 0 ? path : path[..slash]).ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        if (host.EndsWith("wikipedia.org", StringComparison.Ordinal))
        {
            return "wikipedia.org";
        }

        var rest = slash < 0 ? "" : Uri.UnescapeDataString(path[slash..]).TrimEnd('/');
        return host + rest + (asked.Length > 0 ? "?" + asked : "");
    }

    private static bool IsElsewhere(string address) => Text.LinkAddress.IsWeb(address) || address.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
