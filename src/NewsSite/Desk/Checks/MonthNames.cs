namespace NewsSite.Desk.Checks;

/// <summary>The names of the months as texts print them, in every case they stand in beside a day or a year.</summary>
internal static class MonthNames
{
    private static readonly Dictionary<string, Dictionary<string, int>> Names = new Dictionary<string, string>
    {
        ["en"] = "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
        ["uk"] = "січень січня січні січ|лютий лютого лютому лют|березень березня березні бер|квітень квітня квітні квіт|травень травня травні трав|червень червня червні черв|липень липня липні лип|серпень серпня серпні серп|вересень вересня вересні вер|жовтень жовтня жовтні жовт|листопад листопада листопаді лист|грудень грудня грудні груд",
        ["ru"] = "январь января январе янв|февраль февраля феврале фев|март марта марте мар|апрель апреля апреле апр|май мая мае|июнь июня июне июн|июль июля июле июл|август августа августе авг|сентябрь сентября сентябре сент|октябрь октября октябре окт|ноябрь ноября ноябре ноя|декабрь декабря декабре дек",
        ["pl"] = "styczeń stycznia styczniu|luty lutego lutym|marzec marca marcu|kwiecień kwietnia kwietniu|maj maja maju|czerwiec czerwca czerwcu|lipiec lipca lipcu|sierpień sierpnia sierpniu|wrzesień września wrześniu|październik października październiku|listopad listopada listopadzie|grudzień grudnia grudniu",
        ["de"] = "januar jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
        ["fr"] = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        ["es"] = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|diciembre",
        ["it"] = "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
        ["ar"] = "يناير كانون_الثاني جانفي|فبراير شباط فيفري|مارس آذار|أبريل إبريل ابريل نيسان أفريل|مايو أيار ماي|يونيو حزيران جوان|يوليو تموز جويلية|أغسطس اغسطس آب أوت|سبتمبر أيلول|أكتوبر اكتوبر تشرين_الأول|نوفمبر تشرين_الثاني|ديسمبر كانون_الأول",
    }.ToDictionary(l => l.Key, l => l.Value.Split('|').SelectMany((month, i) => month.Split(' ').Select(name => (name, i + 1))).ToDictionary(m => m.name, m => m.Item2));

    /// <summary>Joins the Levant's names of two words, such as كانون الثاني, into one word each.</summary>
    public static void Join(List<Token> tokens, string language)
    {
        for (var i = tokens.Count - 2; i >= 0 && language.StartsWith("ar", StringComparison.Ordinal); i--)
        {
            if (tokens[i].Text is "كانون" or "تشرين" && tokens[i + 1].Text is "الأول" or "الثاني")
            {
                tokens[i] = new Token(tokens[i].Start, $"{tokens[i].Text}_{tokens[i + 1].Text}");
                tokens.RemoveAt(i + 1);
            }
        }
    }

    /// <summary>The month of that name; null for any other word.</summary>
    public static int? Of(string word, string language) => Names.TryGetValue(language.Split('-')[0], out var months) && months.TryGetValue(word.ToLowerInvariant(), out var month) ? month : null;
}
