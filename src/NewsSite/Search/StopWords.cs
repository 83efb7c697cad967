namespace NewsSite.Search;

/// <summary>Words that nearly every text of a language has. They are kept and found in quotes, but a question that has other words is asked without them.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> All = [.. SearchWords.Of("""
        a an and are as at be been but by for from had has have he her his i if in into is it its not of on or our she so that the their them then there these they this to was we were
        what when where which who will with would you your
        а або але без би був була були було бути в вже він вона вони воно все всі втім від де для до є є ж же з за зі і із або її їх їм й його інший к коли ми на над нам нас наш не ні ну о об
        один по під при про с саме своє свій себе та так такий там те ти то тож тому треба тут у хто це цей ця ці чи що щоб як яка яке який які якщо я
        и из или как его ее её их мы от то что это эта этот
        في من على الى إلى عن مع هذا هذه ذلك تلك التي الذي هو هي هم ما لا لم لن ان أن إن كان كانت قد و او أو ثم كل بين بعد قبل عند
        """).Select(w => w.Folded)];

    /// <summary>True where there is nothing else.</summary>
    public static bool Are(SearchTerm term) => term.Words.All(w => All.Contains(w.Folded));
}
