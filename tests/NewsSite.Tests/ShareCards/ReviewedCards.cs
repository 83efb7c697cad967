using NewsSite.ShareCards;

namespace NewsSite.Tests.ShareCards;

/// <summary>
/// Thirty cards in three scripts, short and long, with one author and with many: what was looked at and found good lies beside this file. One drawn otherwise is written to
/// <c>.artifacts/cards</c>; who has looked at it and means it copies it over the old one.
/// </summary>
internal static class ReviewedCards
{
    private const string Paper = "newssite.example";

    /// <summary>The cards by their names.</summary>
    public static readonly IReadOnlyDictionary<string, ShareCard> All = new Dictionary<string, ShareCard>
    {
        ["en-short"] = English("Who owns noon?", "By Ilse Brandvold"),
        ["en-one-word"] = English("Drizzle", "By Thekla Maragou", "Translated from Greek by Nora Whitcombe", "First published by To Mouragio, 2 Nov 2026"),
        ["en-two-lines"] = English("Leave the slow tram alone, it knows where it is going", "By Olena Tkach-Lysenko", "Translated from Ukrainian by Nora Whitcombe", "First published by Dnipro Courier, 2 Mar 2026"),
        ["en-three-lines"] = English("The river that kept two names, and the ministry that could not decide which of them was to be printed on the map", "By Anselm Okpara", "Translated from French by Beatrix Vantongeren", "First published by L’Étale, 14 Oct 2026"),
        ["en-quotes"] = English("“We were told it was temporary”: notes from the 11th year of a 6‑month bridge", "By Pavlo Hrinchenko", "Translated from Ukrainian by Nora Whitcombe and Ada Mbeki", "First published by Dnipro Courier, 19 Jan 2026"),
        ["en-too-long"] = English(string.Join(' ', Enumerable.Repeat("A headline nobody stopped in time goes on about the harbour and the light", 6)), "By Ilse Brandvold", "First published by Havnebladet, 3 Jun 2026"),
        ["en-interview"] = English("“A bench is a promise a city makes to somebody tired”", "Interview by Ada Mbeki", "Translated from Dutch by Beatrix Vantongeren", "First published by De Kade, 8 Aug 2026"),
        ["en-many-authors"] = English("An open letter from the night trains", "By Ilse Brandvold, Thekla Maragou, Anselm Okpara, Olena Tkach-Lysenko, Pavlo Hrinchenko, Beatrix Vantongeren, Ada Mbeki, Yusuf al-Karim, Marta Oliveira da Silva and Jörg Öztürk-Süß", "Translated from German by Nora Whitcombe, Ada Mbeki and Leonie Achterberg", "First published by Der Nachtzug, 30 Sep 2026"),
        ["en-markup"] = English("<b>Bold</b> & “brave” </span> 50% of 'everything'", "By A <i>&amp;</i> B"),
        ["en-accents"] = English("Ærø, Łódź, Çeşme, Győr, Iași: five harbours and the naïve café at the end of each", "By Søren Łukasiewicz-Þórsson", "Translated from Danish by Zoë Brontë", "First published by Kystavisen, 1 May 2026"),
        ["uk-short"] = Ukrainian("Кому належить полудень?", "Текст: Ілзе Брандволь"),
        ["uk-one-word"] = Ukrainian("Мряка", "Текст: Текла Марагу", "З грецької переклала Соломія Ґедзь", "Уперше опубліковано: To Mouragio, 2 лист. 2026"),
        ["uk-two-lines"] = Ukrainian("Яблуко, якого немає в супермаркеті", "Текст: Гедвіґа Льовенталь", "З німецької переклав Євген Щур", "Уперше опубліковано: Obstgarten, 12 жовт. 2026"),
        ["uk-three-lines"] = Ukrainian("Річка з двома іменами й міністерство, яке так і не вирішило, котре з них друкувати на мапі нашого спільного краю", "Текст: Ансельм Окпара", "З французької переклала Соломія Ґедзь", "Уперше опубліковано: L’Étale, 14 жовт. 2026"),
        ["uk-quotes"] = Ukrainian("«Нам казали, що це тимчасово»: нотатки з 11-го року шестимісячного мосту", "Текст: Павло Грінченко"),
        ["uk-apostrophe"] = Ukrainian("Об’їзд, під’їзд і п’ять слів, яких бракує в’язам: ґанок, їжак, щастя, єдність", "Текст: Олена Ткач-Лисенко", "Уперше опубліковано: Дніпровський кур’єр, 2 бер. 2026"),
        ["uk-too-long"] = Ukrainian(string.Join(' ', Enumerable.Repeat("Заголовок, якого ніхто вчасно не спинив, усе розповідає про гавань і світло", 6)), "Текст: Ілзе Брандволь", "Уперше опубліковано: Havnebladet, 3 черв. 2026"),
        ["uk-many-authors"] = Ukrainian("Відкритий лист від нічних потягів", "Текст: Ілзе Брандволь, Текла Марагу, Ансельм Окпара, Олена Ткач-Лисенко, Павло Грінченко, Беатрікс Вантонґерен, Ада Мбекі, Юсуф аль-Карім, Марта Олівейра да Сілва та Йорґ Озтюрк", "З німецької переклали Соломія Ґедзь, Євген Щур та Леоні Ахтерберґ", "Уперше опубліковано: Der Nachtzug, 30 вер. 2026"),
        ["uk-mixed"] = Ukrainian("Чому «open source» — це не про софт, а про Łódź і Київ", "Текст: Søren Łukasiewicz", "З данської переклав Євген Щур"),
        ["uk-stress"] = Ukrainian("За́мок чи замо́к: коротка історія одного наголосу", "Текст: Гедвіґа Льовенталь"),
        ["ar-short"] = Arabic("لمن الظهيرة؟", "بقلم إلزه براندفولد"),
        ["ar-one-word"] = Arabic("رذاذ", "بقلم ثيكلا ماراغو", "ترجمته عن اليونانية هند القاسمي", "نُشر أول مرة في To Mouragio، ٢ نوفمبر ٢٠٢٦"),
        ["ar-two-lines"] = Arabic("المدينة التي نسيت نهرها، وكيف نعيد إليها الماء", "بقلم أنسلم أوكبارا", "ترجمه عن الفرنسية سامر الحداد", "نُشر أول مرة في L’Étale، ١٤ أكتوبر ٢٠٢٦"),
        ["ar-three-lines"] = Arabic("النهر الذي احتفظ باسمين، والوزارة التي لم تستطع أن تقرر أيهما يُطبع على الخريطة التي نعلّقها جميعًا على جدران مدارسنا", "بقلم أنسلم أوكبارا", "ترجمه عن الفرنسية سامر الحداد", "نُشر أول مرة في L’Étale، ١٤ أكتوبر ٢٠٢٦"),
        ["ar-quotes"] = Arabic("«قيل لنا إنه مؤقت»: ملاحظات من السنة ١١ لجسر بُني لستة أشهر", "بقلم بافلو هرينتشنكو"),
        ["ar-harakat"] = Arabic("مَنْ يَمْلِكُ الظَّهِيرَةَ؟ سُؤَالٌ عَنِ الوَقْتِ وَالضَّوْءِ", "بقلم إلزه براندفولد", "ترجمته عن النرويجية هند القاسمي"),
        ["ar-too-long"] = Arabic(string.Join(' ', Enumerable.Repeat("عنوان لم يوقفه أحد في الوقت المناسب يمضي في الحديث عن الميناء والضوء", 8)), "بقلم إلزه براندفولد"),
        ["ar-many-authors"] = Arabic("رسالة مفتوحة من قطارات الليل", "بقلم إلزه براندفولد، ثيكلا ماراغو، أنسلم أوكبارا، أولينا تكاتش ليسينكو، بافلو هرينتشنكو، بياتريكس فانتونغيرين، آدا مبيكي، يوسف الكريم، مارتا أوليفيرا دا سيلفا ويورغ أوزتورك", "ترجمه عن الألمانية سامر الحداد وهند القاسمي", "نُشر أول مرة في Der Nachtzug، ٣٠ سبتمبر ٢٠٢٦"),
        ["ar-mixed"] = Arabic("لماذا لا يعني «open source» البرمجيات وحدها (الجزء ٢)", "بقلم Søren Łukasiewicz", "ترجمه عن الدنماركية سامر الحداد"),
        ["fa-letters"] = Arabic("گزارشی از پیاده‌روی در کوچه‌های ژرف شهر", "نوشتهٔ پروین گچساران") with { Language = "fa" },
    };

    private static ShareCard English(string headline, params string[] credits) => new() { Language = "en", Kicker = "Waters · Op-ed", Headline = headline, Credits = credits, Site = "The Common Quay", Host = Paper, Accent = "#9c2f1d" };

    private static ShareCard Ukrainian(string headline, params string[] credits) => new() { Language = "uk", Kicker = "Води · Колонка", Headline = headline, Credits = credits, Site = "Спільна набережна", Host = Paper, Accent = "#14507a" };

    private static ShareCard Arabic(string headline, params string[] credits) => new() { Language = "ar", Kicker = "المياه · رأي", Headline = headline, Credits = credits, Site = "الرصيف المشترك", Host = Paper, Accent = "#1f5c3a" };
}
