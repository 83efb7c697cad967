using System.Text;
using NewsSite.Text;

namespace NewsSite.Desk.Checks;

/// <summary>
/// What is left of a name in any script once spelling is taken off: its consonants, in coarse classes. Lukashenko, Łukaszenka, Лукашенком and لوكاشينكو sound the same.
/// Coarse on purpose: two names taken for one cost nothing, a false alarm costs an editor's trust.
/// </summary>
internal static class NameSounds
{
    private static readonly Dictionary<char, char> Arabic = new()
    {
        ['ب'] = 'b', ['پ'] = 'b', ['ت'] = 't', ['ث'] = 't', ['ج'] = 'g', ['چ'] = 's', ['ح'] = 'g', ['خ'] = 'g', ['د'] = 't', ['ذ'] = 't', ['ر'] = 'r', ['ز'] = 's', ['ژ'] = 's', ['س'] = 's', ['ش'] = 's', ['ص'] = 's',
        ['ض'] = 't', ['ط'] = 't', ['ظ'] = 't', ['غ'] = 'g', ['ف'] = 'f', ['ڤ'] = 'f', ['ق'] = 'k', ['ك'] = 'k', ['گ'] = 'g', ['ک'] = 'k', ['ل'] = 'l', ['م'] = 'm', ['ن'] = 'n', ['ه'] = 'g',
    };

    /// <summary>Arabic writes ch and ts, which it does not have, with two letters.</summary>
    private static readonly string[] ArabicDigraphs = ["تش", "تس", "دج", "دز"];

    /// <summary>Several letters for one sound, the longest first.</summary>
    private static readonly (string Letters, string Sound)[] Digraphs =
        [("shch", "s"), ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("dzh", "s"), ("sh", "s"), ("sz", "s"), ("cz", "s"), ("rz", "s"), ("zh", "s"), ("ch", "s"), ("ts", "s"), ("tz", "s"), ("dz", "s"), ("kh", "g"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("ce", "s"), ("ci", "s"), ("cy", "s")];

    /// <summary>The sounds of a word; empty for one without consonants.</summary>
    public static string Of(string word)
    {
        var sounds = new StringBuilder();
        if (word.Any(Arabic.ContainsKey))
        {
            var bare = word.StartsWith("ال", StringComparison.Ordinal) && word.Length > 4 ? word[2..] : word;
            foreach (var letters in ArabicDigraphs)
            {
                bare = bare.Replace(letters, "س", StringComparison.Ordinal);
            }

            foreach (var c in bare)
            {
                Add(Arabic.GetValueOrDefault(c));
            }

            return sounds.ToString();
        }

        var latin = Slug.From(word);
        for (var i = 0; i < latin.Length;)
        {
            var (letters, sound) = Array.Find(Digraphs, d => latin.AsSpan(i).StartsWith(d.Letters, StringComparison.Ordinal));
            if (letters is not null)
            {
                Add(sound[0]);
                i += letters.Length;
                continue;
            }

            if (latin[i] == 'x')
            {
                Add('k');
            }

            Add(latin[i] switch
            {
                'p' => 'b',
                'v' or 'w' => 'f',
                'd' => 't',
                'c' or 'q' => 'k',
                'h' => 'g',
                'z' or 'j' or 'x' => 's',
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' or '-' => '\0',
                var c => c,
            });
            i++;
        }

        return sounds.ToString();

        void Add(char sound)
        {
            if (sound != '\0' && (sounds.Length == 0 || sounds[^1] != sound))
            {
                sounds.Append(sound);
            }
        }
    }

    /// <summary>True when two may be one name: the same but for one sound, and for what declension adds at the end.</summary>
    /// <param name="one">The sounds of one.</param>
    /// <param name="other">The sounds of the other.</param>
    /// <param name="shortest">Names of fewer sounds must have every one in common; more where any word of a text may be the name.</param>
    public static bool Match(string one, string other, int shortest = 4)
    {
        var length = Math.Min(one.Length, other.Length);
        if (Math.Abs(one.Length - other.Length) > (length < 3 ? 1 : 2))
        {
            return false;
        }

        return length switch
        {
            0 => one.Length == other.Length,
            _ when length < shortest => one.AsSpan(0, length).SequenceEqual(other.AsSpan(0, length)),
            // Cyrillic drops the h that Hollande is written with.
            _ => (one[0] == other[0] || one[0] == 'g' || other[0] == 'g') && IsNear(one.AsSpan(0, length), other.AsSpan(0, length)),
        };
    }

    /// <summary>Two of one length: the same, or one sound another, or one sound more, which pushes the last one out.</summary>
    private static bool IsNear(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var start = a.CommonPrefixLength(b);
        if (start == a.Length)
        {
            return true;
        }

        var restA = a[start..];
        var restB = b[start..];
        return restA[1..].SequenceEqual(restB[1..]) || restA[1..].SequenceEqual(restB[..^1]) || restA[..^1].SequenceEqual(restB[1..]);
    }
}
