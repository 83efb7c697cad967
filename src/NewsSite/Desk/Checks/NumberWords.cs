namespace NewsSite.Desk.Checks;

/// <summary>Numbers written in words, by the beginnings of the words: enough to know that "п’ятеро" may stand for 5, not to read a cheque.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, Table> Tables = new()
    {
        ["en"] = new(
            "0 zero nil none; 3 three third thrice; 4 four quarter; 5 five fifth; 6 six; 7 seven; 8 eight; 9 nine ninth; 10 ten tenth; 11 eleven; 12 twel dozen; 13 thirteen; 14 fourteen; 15 fifteen; 16 sixteen; 17 seventeen; 18 eighteen; 19 nineteen; " +
            "20 twent score; 30 thirt; 40 fort; 50 fift half; 60 sixt; 70 sevent; 80 eight; 90 ninet; 100 hundred; 1000 thousand; 1000000 million; 1000000000 billion",
            "thousand=3 million=6 billion=9 trillion=12 k=3 m=6 mn=6 bn=9 tn=12"),
        ["uk"] = new(
            "0 нуль; 3 три трьо трет; 4 чотир четв чверт; 5 п'ят; 6 шіст шест; 7 сім сем сьом; 8 вісім восьм; 9 дев'ят; 10 десят; 11 одинадц; 12 дванадц дюжин; 13 тринадц; 14 чотирнадц; 15 п'ятнадц; 16 шістнадц; 17 сімнадц; 18 вісімнадц; 19 дев'ятнадц; " +
            "20 двадц; 30 тридц; 40 сорок; 50 п'ятдесят половин; 60 шістдесят шестидесят; 70 сімдесят семидесят; 80 вісімдесят восьмидесят; 90 дев'ян дев'ядесят; 100 сто ста сотн; 200 двіст двохсот; 300 трист трьохсот; 400 чотирист; 500 п'ятсот; 600 шістсот; 700 сімсот; 800 вісімсот; 900 дев'ятсот; 1000 тисяч; 1000000 мільйон; 1000000000 мільярд",
            "тис=3 тисяч=3 млн=6 мільйон=6 млрд=9 мільярд=9 трлн=12 трильйон=12"),
        ["ru"] = new(
            "0 ноль нул; 3 три тро трё трет; 4 четыр чет; 5 пят; 6 шест; 7 сем седьм; 8 восем восьм; 9 девят; 10 десят; 11 одиннадц; 12 двенадц дюжин; 13 тринадц; 14 четырнадц; 15 пятнадц; 16 шестнадц; 17 семнадц; 18 восемнадц; 19 девятнадц; " +
            "20 двадц; 30 тридц; 40 сорок; 50 пятьдесят пятидесят половин; 60 шестьдесят шестидесят; 70 семьдесят семидесят; 80 восемьдесят восьмидесят; 90 девянос; 100 сто ста сотн; 200 двест двухсот; 300 трист трёхсот; 400 четырест; 500 пятьсот; 600 шестьсот; 700 семьсот; 800 восемьсот; 900 девятьсот; 1000 тысяч; 1000000 миллион; 1000000000 миллиард",
            "тыс=3 тысяч=3 млн=6 миллион=6 млрд=9 миллиард=9 трлн=12 триллион=12"),
        ["pl"] = new(
            "0 zero; 3 trzy trzech trzec troj tró; 4 czter czwa; 5 pię pią; 6 sześ szós; 7 siedem siódm siedm; 8 osiem ósm ośm; 9 dziewię dziewią; 10 dziesię dziesią; 11 jedenast; 12 dwanaś dwunas tuzin; 13 trzynas trzynaś; 14 czternas czternaś; 15 piętnas piętnaś; 16 szesnas szesnaś; 17 siedemnas siedemnaś; 18 osiemnas osiemnaś; 19 dziewiętnas dziewiętnaś; " +
            "20 dwadzieś dwudziest; 30 trzydzie; 40 czterdzie; 50 pięćdzies połow; 60 sześćdzies; 70 siedemdzies; 80 osiemdzies; 90 dziewięćdzies; 100 sto stu setk; 200 dwieś dwust; 300 trzyst; 400 czteryst; 500 pięćset; 600 sześćset; 700 siedemset; 800 osiemset; 900 dziewięćset; 1000 tysi; 1000000 milion; 1000000000 miliard",
            "tys=3 tysi=3 mln=6 milion=6 mld=9 miliard=9 bln=12 bilion=12"),
        ["de"] = new(
            "0 null; 3 drei dritt; 4 vier; 5 fünf; 6 sechs; 7 sieb; 8 acht; 9 neun; 10 zehn; 11 elf; 12 zwölf dutzend; 13 dreizehn; 14 vierzehn; 15 fünfzehn; 16 sechzehn; 17 siebzehn; 18 achtzehn; 19 neunzehn; 20 zwanzig; 30 dreißig; 40 vierzig; 50 fünfzig hälfte; 60 sechzig; 70 siebzig; 80 achtzig; 90 neunzig; " +
            "100 hundert; 200 zweihundert; 300 dreihundert; 400 vierhundert; 500 fünfhundert; 600 sechshundert; 700 siebenhundert; 800 achthundert; 900 neunhundert; 1000 tausend; 1000000 million; 1000000000 milliarde",
            "tausend=3 tsd=3 mio=6 million=6 mrd=9 milliarde=9 billion=12"),
        ["fr"] = new(
            "0 zéro; 3 trois troisi; 4 quatr; 5 cinq; 6 six sixi; 7 sept; 8 huit; 9 neuf neuvi; 10 dix; 11 onz; 12 douz; 13 treiz; 14 quatorz; 15 quinz; 16 seiz; 20 vingt; 30 trent; 40 quarant; 50 cinquant moitié; 60 soixant; 100 cent; 1000 mill; 1000000 million; 1000000000 milliard",
            "mille=3 million=6 milliard=9 billion=12"),
        ["ar"] = new(
            "0 صفر; 3 ثلاث ثالث; 4 أربع اربع رابع; 5 خمس خامس; 6 ست سادس; 7 سبع سابع; 8 ثماني ثمان ثامن; 9 تسع تاسع; 10 عشر عاشر; 11 أحد; 12 اثنا اثني; 20 عشرين عشرون; 30 ثلاثين ثلاثون; 40 أربعين أربعون; 50 خمسين خمسون نصف; 60 ستين ستون; 70 سبعين سبعون; 80 ثمانين ثمانون; 90 تسعين تسعون; " +
            "100 مائة مئة مئات; 200 مائتين مئتي مئتا; 300 ثلاثمائة ثلاثمئة; 400 أربعمائة أربعمئة; 500 خمسمائة خمسمئة; 600 ستمائة ستمئة; 700 سبعمائة سبعمئة; 800 ثمانمائة ثمانمئة; 900 تسعمائة تسعمئة; 1000 ألف آلاف; 2000 ألفين ألفا; 1000000 مليون ملايين; 1000000000 مليار بليون",
            "ألف=3 آلاف=3 الف=3 مليون=6 ملايين=6 مليونا=6 مليار=9 مليارات=9 بليون=9 تريليون=12"),
    };

    /// <summary>Arabic writes "and", "the", "in", "for" on to the word.</summary>
    private static readonly string[] ArabicBeginnings = ["وال", "بال", "لل", "ال", "و", "ب", "ل", "ف"];

    /// <summary>The numbers the words may stand for.</summary>
    public static HashSet<decimal> In(List<Token> tokens, string language)
    {
        var found = new HashSet<decimal>();
        if (!Tables.TryGetValue(Base(language), out var table))
        {
            return found;
        }

        var beginnings = Base(language) == "ar" ? ArabicBeginnings : [];
        foreach (var token in tokens.Where(t => t.IsWord))
        {
            var word = Level(token.Text);
            table.AddTo(found, word);
            foreach (var beginning in beginnings)
            {
                if (word.Length > beginning.Length + 1 && word.StartsWith(beginning, StringComparison.Ordinal))
                {
                    table.AddTo(found, word.AsSpan(beginning.Length));
                }
            }
        }

        return found;
    }

    /// <summary>True when the numbers in words may make up the value: twenty and five, five hundred, three and million.</summary>
    public static bool MakeUp(IReadOnlySet<decimal> soft, decimal value)
    {
        if (soft.Contains(value))
        {
            return true;
        }

        foreach (var scale in new[] { 1_000_000_000_000m, 1_000_000_000m, 1_000_000m, 1_000m, 100m })
        {
            if (value >= scale && soft.Contains(scale))
            {
                var many = value / scale;
                return many == 1 || many == 2 || (many == decimal.Truncate(many) && many != value && MakeUp(soft, many));
            }
        }

        if (value is > 100 and < 1_000 && value % 100 != 0 && MakeUp(soft, value - (value % 100)))
        {
            return MakeUp(soft, value % 100);
        }

        return value is > 20 and < 100 && value == decimal.Truncate(value) && soft.Contains(value - (value % 10)) && (value % 10 is 0 or 1 or 2 || soft.Contains(value % 10));
    }

    /// <summary>What the word behind a number multiplies it by; 1 where it does not.</summary>
    public static decimal ScaleAfter(char[] text, int at, string language)
    {
        var start = at;
        while (start < text.Length && start - at < 2 && (char.IsWhiteSpace(text[start]) || text[start] is '-' or '\u2011'))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && end - start < 12 && char.IsLetter(text[end]))
        {
            end++;
        }

        return end > start && Tables.TryGetValue(Base(language), out var table) ? table.ScaleOf(new string(text, start, end - start).ToLowerInvariant()) : 1;
    }

    private static string Base(string language) => language.Split('-')[0];

    private static string Level(string word) => word.ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\'');

    private sealed class Table
    {
        private readonly Dictionary<string, List<decimal>> stems = [];
        private readonly Dictionary<string, List<decimal>>.AlternateLookup<ReadOnlySpan<char>> byStem;
        private readonly Dictionary<string, decimal> scales;
        private readonly int longest;

        public Table(string words, string scales)
        {
            foreach (var entry in words.Split(';', StringSplitOptions.TrimEntries))
            {
                var parts = entry.Split(' ');
                foreach (var stem in parts.Skip(1))
                {
                    (stems.TryGetValue(stem, out var values) ? values : stems[stem] = []).Add(decimal.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture));
                }
            }

            byStem = stems.GetAlternateLookup<ReadOnlySpan<char>>();
            longest = stems.Keys.Max(s => s.Length);
            this.scales = scales.Split(' ').Select(s => s.Split('=')).ToDictionary(s => s[0], s => (decimal)Math.Pow(10, int.Parse(s[1], System.Globalization.CultureInfo.InvariantCulture)));
        }

        /// <summary>What any beginning of the word stands for: fifteen is not five, but a text that has it will not be asked for its five.</summary>
        public void AddTo(HashSet<decimal> found, ReadOnlySpan<char> word)
        {
            for (var length = 2; length <= Math.Min(word.Length, longest); length++)
            {
                if (byStem.TryGetValue(word[..length], out var values))
                {
                    found.UnionWith(values);
                }
            }
        }

        /// <summary>By the whole word for the short ones, by its beginning for those that are declined.</summary>
        public decimal ScaleOf(string word)
        {
            for (var length = word.Length; length >= Math.Min(word.Length, 4); length--)
            {
                if (scales.TryGetValue(word[..length], out var scale))
                {
                    return scale;
                }
            }

            return 1;
        }
    }
}
