using NewsSite.Text;

namespace NewsSite.Desk.Checks;

/// <summary>
/// Names of people in the original that the translation never mentions: a given name or an initial with a surname, and the names of contributors and outlets this site
/// knows. Names are compared by how they sound. Names of countries and bodies are translated, not written out, so nothing is asked about them.
/// </summary>
internal static class NamesCheck
{
    /// <summary>Names asked about at most.</summary>
    private const int Most = 200;

    /// <summary>Arabic writes "and", "for", "with" on to the name.</summary>
    private static readonly string[] Beginnings = ["و", "ل", "ب"];

    /// <summary>What is missing, from the top.</summary>
    /// <param name="pair">The texts.</param>
    /// <param name="known">The names of each contributor and outlet.</param>
    public static IEnumerable<Finding> Find(TranslationPair pair, IReadOnlyList<IReadOnlyList<string>> known)
    {
        var texts = pair.Body.Texts.Concat(pair.Head.Texts).ToList();
        var isCased = Script.Of(pair.Body.Texts) is 'A' or 'С' or 'Ω' or 'Ա';
        var said = texts.SelectMany(t => isCased ? Capitalised.WordsIn(t).SelectMany(w => w.Split('-').Append(w)) : Words(t).SelectMany(WithoutBeginnings)).Select(NameSounds.Of).ToHashSet();
        // Without capitals every word may be the name.
        var shortest = isCased ? 4 : 5;
        var asked = new HashSet<string>();
        for (var i = 0; i < pair.Original.Stretches.Count && asked.Count < Most; i++)
        {
            foreach (var (name, surname) in GivenNames.PeopleIn(pair.Original.Stretches[i].Text))
            {
                var sounds = NameSounds.Of(surname);
                if (sounds.Length >= 2 && asked.Add(sounds) && !said.Any(s => NameSounds.Match(s, sounds, shortest)) && pair.Aligned.OfOriginal(i) is var (start, end) && (end > start || !pair.Aligned.IsFound))
                {
                    yield return Finding.Advice("NameMissing", "body", pair.ParagraphFor(i), TranslationPair.Quote(name));
                }
            }
        }

        var places = new WordPlaces(pair.Original);
        foreach (var (names, found) in known.Select(names => (names, found: Found(names, places))).Where(f => f.found is not null).OrderBy(f => f.found!.Value.Stretch).Take(Most))
        {
            var sounds = names.Select(n => NameSounds.Of(Words(n).LastOrDefault() ?? "")).Where(s => s.Length > 0).ToList();
            if (!asked.Any(a => sounds.Exists(s => NameSounds.Match(a, s))) && !sounds.Exists(s => said.Any(w => NameSounds.Match(w, s, shortest))))
            {
                yield return Finding.Advice("NameMissing", "body", pair.ParagraphFor(found!.Value.Stretch), TranslationPair.Quote(found.Value.Name));
            }
        }
    }

    /// <summary>Where one of the names stands first; names of one word may be any word and are not looked for.</summary>
    private static (int Stretch, string Name)? Found(IReadOnlyList<string> names, WordPlaces places) =>
        names.Select(n => (name: n, words: Words(n))).Where(n => n.words.Length > 1).Select(n => (places.Find(n.words), n.name)).Where(n => n.Item1 is not null).Select(n => ((int, string)?)(n.Item1!.Value, n.name)).FirstOrDefault();

    private static string[] Words(string text) => string.Concat(text.Select(c => char.IsLetterOrDigit(c) || c is '\'' or '’' or 'ʼ' ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> WithoutBeginnings(string word) => Beginnings.Where(b => word.StartsWith(b, StringComparison.Ordinal) && word.Length > 3).Select(b => word[b.Length..]).Prepend(word);

    /// <summary>Where words stand, to be found by their beginnings, as they are declined.</summary>
    private sealed class WordPlaces
    {
        private const int Indexed = 3;
        private const int LongestEnding = 4;
        private readonly List<(int Stretch, string Word)> words = [];
        private readonly ILookup<string, int> byBeginning;

        public WordPlaces(ComparedText text)
        {
            for (var i = 0; i < text.Stretches.Count; i++)
            {
                words.AddRange(Words(text.Stretches[i].Text).Select(w => (i, w.ToLowerInvariant())));
            }

            byBeginning = words.Select((w, i) => (Beginning(w.Word), i)).ToLookup(w => w.Item1, w => w.i);
        }

        public int? Find(string[] name)
        {
            var wanted = Array.ConvertAll(name, w => w.ToLowerInvariant());
            foreach (var at in byBeginning[Beginning(wanted[0])])
            {
                if (at + wanted.Length <= words.Count && wanted.Select((w, k) => IsForm(words[at + k].Word, w)).All(same => same))
                {
                    return words[at].Stretch;
                }
            }

            return null;
        }

        private static string Beginning(string word) => word[..Math.Min(Indexed, word.Length)];

        private static bool IsForm(string word, string name)
        {
            var stem = name[..Math.Max(Math.Min(Indexed, name.Length), name.Length - 2)];
            return word.StartsWith(stem, StringComparison.Ordinal) && word.Length <= name.Length + LongestEnding;
        }
    }
}
