using System.Globalization;
using System.Text;

namespace NewsSite.Tests;

/// <summary>Texts that have made Markdown readers slow or crash: those of the CommonMark suite (test/pathological_tests.py) and more, at any length.</summary>
internal static class TextPathologicalInputs
{
    /// <summary>The texts by name, each of at most that many characters.</summary>
    public static IEnumerable<(string Name, string Text)> At(int length)
    {
        string Of(string part) => new StringBuilder(length).Insert(0, part, length / part.Length).ToString();
        string Half(string open, string middle, string close)
        {
            var count = (length - middle.Length) / (open.Length + close.Length);
            return new StringBuilder(length).Insert(0, open, count) + middle + new StringBuilder(length).Insert(0, close, count);
        }

        string Numbered(Func<int, string> part, int most)
        {
            var text = new StringBuilder(length);
            for (var i = 1; text.Length + most < length; i++)
            {
                text.Append(part(i));
            }

            return text.ToString();
        }

        string N(int i) => i.ToString(CultureInfo.InvariantCulture);

        yield return ("nested strong", Half("*a **a ", "b", " a** a*"));
        yield return ("emphasis closers, none open", Of("a_ "));
        yield return ("emphasis openers, none close", Of("_a "));
        yield return ("mixed openers *a _a", Of("*a _a "));
        yield return ("link closers", Of("a]"));
        yield return ("link openers", Of("[a"));
        yield return ("image openers", Of("![a"));
        yield return ("mismatched openers and closers", Of("*a_ "));
        yield return ("cmark 389", Of("*a ") + Of("_a*_ ")[..(length / 2)]);
        yield return ("openers and closers multiple of 3", "a**b" + Of("c* ")[..(length - 4)]);
        yield return ("link openers and emphasis closers", Of("[ a_"));
        yield return ("hard link", "**x [a*b**c*](d) " + Of("**x [a*b**c*](d)")[..(length - 20)]);
        yield return ("nested brackets", Half("[", "a", "]"));
        yield return ("nested brackets closed by link", Half("[", "a", "](b)"));
        yield return ("nested image brackets", Half("![", "a", "](b)"));
        yield return ("![[]()", Of("![[]()"));
        yield return ("nested quotes", new string('>', length - 1) + "a");
        yield return ("nested quotes with spaces", Of("> "));
        yield return ("nested quotes, many lines", Of(new string('>', 60) + "a\n"));
        yield return ("nested lists on one line", Of("- "));
        yield return ("nested numbered lists on one line", Of("1. "));
        yield return ("nested lists by indent", Stairs(length, "* a\n"));
        yield return ("lists and quotes mixed", Of("- > "));
        yield return ("backticks of rising length", Numbered(i => "e" + new string('`', i), 400));
        yield return ("backtick pairs unmatched", Of("`a``"));
        yield return ("one run of backticks", new string('`', length));
        yield return ("link opener [a](<b", Of("[a](<b"));
        yield return ("link opener [a](b", Of("[a](b"));
        yield return ("link opener with title [a](b \"", Of("[a](b \""));
        yield return ("parentheses in address", "[a](" + new string('(', length - 10));
        yield return ("nested parentheses in address", "[a](" + Half("(", "b", ")")[..(length - 10)]);
        yield return ("html openers <!--", Of("<!-- "));
        yield return ("html openers <?", Of("<?"));
        yield return ("html openers <!A", Of("<!A "));
        yield return ("html openers <![CDATA[", Of("<![CDATA["));
        yield return ("html attributes", Of("<a b=\"c"));
        yield return ("less-than run", new string('<', length));
        yield return ("entity runs", Of("&amp;"));
        yield return ("entity openers", new string('&', length));
        yield return ("long entity", "&" + new string('a', length - 2) + ";");
        yield return ("autolink runs", Of("<http://a.b>"));
        yield return ("autolink openers", Of("<http://a"));
        yield return ("mail autolink openers", Of("<a@a."));
        yield return ("bare addresses", Of("http://a.b "));
        yield return ("bare addresses without space", Of("http://a.b"));
        yield return ("bare address brackets", "http://a.b/" + new string(')', length - 20));
        yield return ("bare address entities", "http://a.b/" + Of("&amp;")[..(length - 20)]);
        yield return ("bare address underscores", "http://a.b/" + Of("_a_")[..(length - 20)]);
        yield return ("www runs", Of("www."));
        yield return ("many references, one definition", "[a]: /u\n\n" + Of("[a] ")[..(length - 20)]);
        yield return ("many definitions", Numbered(i => "[" + N(i) + "]: /u\n", 20));
        yield return ("many definitions and references", Numbered(i => "[" + N(i) + "]: /u\n\n[" + N(i) + "] ", 30));
        yield return ("broken definitions", Of("[a\n"));
        yield return ("definitions with open titles", Of("[a]: /u \"\n"));
        yield return ("long label", "[" + new string('a', length / 2 - 10) + "]: /u\n\n[" + new string('a', length / 2 - 10) + "]");
        yield return ("many footnotes", Numbered(i => "a[^" + N(i) + "]\n\n[^" + N(i) + "]: b\n\n", 40));
        yield return ("many references to one footnote", "[^1]: b\n\n" + Of("a[^1] ")[..(length - 20)]);
        yield return ("footnotes referring to each other", Numbered(i => "[^" + N(i) + "]: b[^" + N(i + 1) + "]\n\n", 30) + "[^1]");
        yield return ("footnotes nested", Of("[^1]: "));
        yield return ("table of many columns", Of("a|")[..(length / 2 - 1)] + "\n" + Of("-|")[..(length / 2 - 1)]);
        yield return ("table of many rows", "a|b\n-|-\n" + Of("a|b\n")[..(length - 20)]);
        yield return ("table wide above long", Of("a|")[..(length / 4)] + "\n" + Of("-|")[..(length / 4)] + "\n" + Of("|a\n")[..(length / 2 - 5)]);
        yield return ("table wide below long", "a|b\n-|-\n" + Of("|a\n")[..(length / 2 - 9)] + "\n" + Of("a|")[..(length / 2 - 5)]);
        yield return ("table of square", Square(length));
        yield return ("pipes alone", new string('|', length));
        yield return ("pipes on lines", Of("|\n"));
        yield return ("table with emphasis", "a|b\n-|-\n" + Of("*a|_b\n")[..(length - 20)]);
        yield return ("table with open brackets", "a|b\n-|-\n" + Of("[a|![b\n")[..(length - 20)]);
        yield return ("stars", new string('*', length));
        yield return ("stars and letters", Of("**a"));
        yield return ("stars rising", Numbered(i => new string('*', i) + "a ", 500));
        yield return ("underscores", Of("_"));
        yield return ("emphasis alternating", Of("*_"));
        yield return ("emphasis pairs", Of("*a*"));
        yield return ("backslashes", new string('\\', length));
        yield return ("headings", Of("# a\n"));
        yield return ("closing hashes", "# a " + Of("# ")[..(length - 10)]);
        yield return ("underlined headings", Of("a\n-\n"));
        yield return ("rules", Of("***\n"));
        yield return ("fences", Of("```\n"));
        yield return ("tilde fences nested", Numbered(i => new string('~', 3 + i) + "\n", 500));
        yield return ("containers nested", Of(":::\n"));
        yield return ("containers rising", Numbered(i => new string(':', 3 + i) + " pullquote\n", 500));
        yield return ("containers falling", Numbered(i => new string(':', Math.Max(3, 400 - i)) + " pullquote\n", 500));
        yield return ("empty lines in a list", "- a\n" + new string('\n', length - 10) + "b");
        yield return ("empty list items", Of("-\n"));
        yield return ("list markers changing", Of("- a\n+ a\n* a\n"));
        yield return ("lazy quotes", "> > > > a\n" + Of("a\n")[..(length - 20)]);
        yield return ("spaces", "a" + new string(' ', length - 2) + "b");
        yield return ("tabs", Of("\ta\n"));
        yield return ("lines", Of("a\n"));
        yield return ("spaces at the ends of lines", Of("a     \n"));
        yield return ("null characters", new string('\0', length));
        yield return ("lone surrogates", new string('\uD800', length));
        yield return ("combining marks", "a" + new string('\u0301', length - 1));
        yield return ("one word", new string('a', length));
    }

    private static string Stairs(int length, string step)
    {
        var text = new StringBuilder(length);
        for (var depth = 0; text.Length + (2 * depth) + step.Length < length; depth++)
        {
            text.Append(' ', 2 * depth).Append(step);
        }

        return text.ToString();
    }

    private static string Square(int length)
    {
        var side = (int)Math.Sqrt(length / 2) - 2;
        var row = new StringBuilder().Insert(0, "a|", side).Append('\n').ToString();
        return row + row.Replace('a', '-') + new StringBuilder().Insert(0, row, side - 3);
    }
}
