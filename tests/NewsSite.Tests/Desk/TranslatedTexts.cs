namespace NewsSite.Tests.Desk;

/// <summary>Invented columns and good translations of them, as an editor would keep them side by side.</summary>
internal static class TranslatedTexts
{
    public const string Ukrainian = """
        Паром, який не хоче моста
        Двадцять років тому, 12 липня 2004 року, через Сулицю ще ходили три пороми. Сьогодні лишився один, і його капітан Остап Веремієнко щоранку о 6:30 виводить його на воду, хоча на борту буває двоє людей і велосипед.
        Міська рада підрахувала, що міст коштуватиме 1,2 мільярда гривень, тобто в 14 разів більше, ніж ремонт причалу. «Ми не проти мосту, — каже Ганна Кульчицька з товариства перевізників. — Ми проти того, щоб рахувати лише бетон».
        За даними обстеження, поромом користуються 3 450 пасажирів на місяць; улітку, у липні й серпні, — на 40 % більше. Взимку 2021–2022 років він стояв лише п’ять днів. Докладніше про це писав журнал «Притока»: https://prytoka.example/2022/zvit?utm_source=feed
        Ще у XIX столітті, коли повітом урядував Казимир Жабинський, тут брали по 2 копійки з пішого. У 1990-х плату скасували, а 1 березня 2009 року повернули.
        Я питав Веремієнка, чи боїться він моста. Він знизав плечима: річка, каже, ширша за будь-який кошторис, і поки вона тече, комусь треба буде на той бік.
        """;

    public const string UkrainianInEnglish = """
        Twenty years ago, on July 12, 2004, three ferries still crossed the Sulytsia. Today one remains, and its captain, Ostap Veremiyenko, takes it out at half past six every morning (6:30 sharp), though there may be two people and a bicycle on board.

        The city council has worked out that a bridge would cost 1.2 billion hryvnias, fourteen times as much as mending the landing stage. “We are not against the bridge,” says Hanna Kulchytska of the ferrymen’s society. “We are against counting nothing but concrete.”

        According to a survey, 3,450 passengers a month take the ferry; in summer, in July and August, 40 per cent more. In the winter of 2021–22 it stood idle for only 5 days. [*Prytoka* has the details](https://prytoka.example/2022/zvit).[^1]

        Back in the nineteenth century, when Kazimierz Żabiński governed the county, a passenger on foot paid two kopecks. The charge was dropped in the nineties and came back on 1 March 2009.

        I asked Veremiyenko whether he is afraid of the bridge. He shrugged: the river, he says, is wider than any budget, and as long as it flows somebody will have to get across.

        [^1]: Translator’s note: a quarterly of 120 pages, published in Sulychyn since 1987.
        """;

    public const string UkrainianInArabic = """
        قبل عشرين عامًا، في ١٢ تموز/يوليو ٢٠٠٤، كانت ثلاث عبّارات لا تزال تقطع نهر سوليتسيا. لم يبق اليوم سوى واحدة، ويخرج بها قبطانها أوستاب فيريمينكو كل صباح في الساعة ٦:٣٠، وإن لم يكن على متنها أحيانًا إلا شخصان ودراجة.

        وقد حسب مجلس المدينة أن الجسر سيكلّف ١٫٢ مليار هريفنيا، أي ما يزيد ١٤ ضعفًا على إصلاح المرسى. تقول هانا كولتشيتسكا من جمعية الناقلين: «لسنا ضد الجسر، بل ضد ألا يُحسب شيء سوى الخرسانة».

        وبحسب استطلاع، يركب العبّارة ٣٬٤٥٠ راكبًا في الشهر؛ ويزيدون صيفًا، في يوليو وأغسطس، بنسبة ٤٠٪. وفي شتاء ٢٠٢١–٢٠٢٢ لم تتوقف إلا خمسة أيام. وقد كتبت مجلة [بريتوكا](https://prytoka.example/2022/zvit) عن ذلك بالتفصيل.

        وفي القرن التاسع عشر، حين كان كازيمير جابينسكي يدير الناحية، كان الراجل يدفع كوبيكين. وأُلغيت الأجرة في التسعينيات، ثم أُعيدت في الأول من آذار ٢٠٠٩، أي في 1 مارس من ذلك العام.

        سألت فيريمينكو إن كان يخاف الجسر. فهز كتفيه: النهر، يقول، أعرض من أي ميزانية، وما دام يجري فسيحتاج أحد إلى الضفة الأخرى.
        """;

    public const string English = """
        The tide table was printed for the first time in 1891, in an edition of 600 copies, by a harbour clerk named Edwin Pascoe. He charged threepence. By January 5, 1893 the whole run had sold, and he ordered 2,500 more.
        Nobody has counted how many lives it saved. The harbour master, Margaret Tolland, keeps the drowned in a ledger: 47 in the ten years before the table, 12 in the ten years after it.
        A table is a promise made by the moon and kept by a printer. When the council proposed last October to stop printing it and save £18,400 a year, 1,126 people signed a petition within 9 days.
        They were not against screens. They were against a screen that is wet, or flat, or in the other coat; a table pinned to a door needs no battery and forgives a thumb.
        """;

    public const string EnglishInUkrainian = """
        Таблицю припливів уперше надрукували 1891 року накладом 600 примірників; видав її портовий писар Едвін Паско. Брав він по три пенси. До 5 січня 1893-го розійшовся весь наклад, і він замовив ще 2500.

        Ніхто не рахував, скільки життів вона врятувала. Начальниця порту Маргарет Толланд веде реєстр потопельників: 47 за десять років до появи таблиці, 12 — за десять років по тому.

        Таблиця — це обіцянка, яку дає місяць, а виконує друкар. Коли торік у жовтні рада запропонувала припинити друк і заощаджувати 18 400 фунтів на рік, за дев’ять днів петицію підписали 1126 людей.

        Вони не були проти екранів. Вони були проти екрана мокрого, розрядженого чи забутого в іншому пальті; таблиця, пришпилена до дверей, не потребує батарейки й вибачає великий палець.
        """;

    public const string EnglishInArabic = """
        طُبع جدول المدّ والجزر أول مرة سنة ١٨٩١ في ٦٠٠ نسخة، أصدره كاتب في الميناء اسمه إدوين باسكو، وكان يتقاضى ثلاثة بنسات. وبحلول ٥ يناير ١٨٩٣ نفدت الطبعة كلها فطلب ٢٥٠٠ نسخة أخرى.

        لم يحصِ أحد كم روحًا أنقذ. وتحفظ مديرة الميناء مارغريت تولاند الغرقى في سجل: ٤٧ في السنوات العشر التي سبقت الجدول، و١٢ في السنوات العشر التي تلته.

        الجدول وعد يقطعه القمر ويفي به الطابع. وحين اقترح المجلس في أكتوبر الماضي وقف طبعه لتوفير ١٨٬٤٠٠ جنيه في السنة، وقّع ١١٢٦ شخصًا عريضة خلال تسعة أيام.

        لم يكونوا ضد الشاشات. كانوا ضد شاشة مبتلة أو فارغة البطارية أو منسية في المعطف الآخر؛ فالجدول المثبت على الباب لا يحتاج إلى بطارية ويغفر للإبهام.
        """;

    public const string Russian = """
        В библиотеке на Садовой 31 августа 2016 года сняли последний каталожный ящик. В нём было 11 500 карточек, и каждую вписывала от руки Вера Андреевна Лужина.
        Директор Пётр Голощапов говорил тогда, что электронный каталог обойдётся в 2,5 млн рублей и будет готов через полтора года. Прошло восемь лет; готово 60 процентов.
        Карточка хранила не только шифр. На обороте читатели писали: «стр. 214 вырвана», «ждите продолжения». Этого ни одна программа не перенесла, потому что никто её не попросил.
        """;

    public const string RussianInEnglish = """
        On 31 August 2016 the last drawer of the catalogue was taken out of the library on Sadovaya. It held 11,500 cards, every one of them written by hand by Vera Luzhina.

        The director, Pyotr Goloshchapov, said at the time that an electronic catalogue would cost 2.5 million roubles and be ready in a year and a half. Eight years have gone by; 60% is ready.

        A card held more than a shelf mark. On the back readers wrote: “p. 214 torn out”, “wait for the sequel”. No program has carried that over, because nobody asked one to.
        """;

    public const string Polish = """
        Od 1 września 2023 r. tramwaj nr 9 jeździ w naszym mieście o 4 minuty wolniej. Prezydent Tadeusz Wroński nazwał to „uspokojeniem", a gazety policzyły, że kosztuje nas 350 tys. godzin rocznie.
        Policzmy inaczej. Przy prędkości 25 km/h motorniczy Jan Szczygieł zdąży zobaczyć dziecko na pasach; przy 40 km/h zdąży tylko nacisnąć dzwonek. W 2022 roku wypadków było 31, w 2024 — siedem.
        Nie znam wielu inwestycji, które za zero złotych dają dwadzieścia cztery wypadki mniej.
        """;

    public const string PolishInUkrainian = """
        Від 1 вересня 2023 року трамвай № 9 їздить нашим містом на чотири хвилини повільніше. Президент міста Тадеуш Вронський назвав це «заспокоєнням», а газети порахували, що це коштує нам 350 тисяч годин на рік.

        Порахуймо інакше. За швидкості 25 км/год водій Ян Щигел встигне побачити дитину на переході; за 40 км/год — лише натиснути на дзвінок. У 2022-му аварій було 31, у 2024-му — 7.

        Не знаю багатьох інвестицій, які за нуль злотих дають на двадцять чотири аварії менше.
        """;
}
