using NewsSite.Text;

namespace NewsSite.Desk.Checks;

/// <summary>Knows people in a text by a common given name, or an initial, before a surname. By the beginnings of the names in Latin letters, so that declined forms count.</summary>
internal static class GivenNames
{
    /// <summary>The longest ending a declined name has over its beginning here, in letters.</summary>
    private const int LongestEnding = 5;

    private static readonly HashSet<string> Beginnings = new((
        // Ukrainian, Russian, Belarusian
        "oleksandr aleksandr andri andre anatoli anton artem bohdan bogdan borys boris vadym vadim valenty valeri vasyl vasil viktor vitali volodymyr vladimir viacheslav vladyslav vladislav halyn galin henadi hennadi georhi hryhori grihori denys denis dmytr dmitri " +
        "ievhen evheni ivan ihor igor illia ilia irin iryn kateryn ekaterin kyrylo kirill kostiantyn konstantin larys leonid liudmyl liudmil liubov maksym maksim marharyt mariia marii marin maryn mykhail mikhail mykola mykoly nikola nadii natali nazar oksan oleh oleg olen olha olhy " +
        "olga pavlo pavla pavel petr roman ruslan svitlan svetlan sviatoslav serhi sergei serhei stanislav stepan taras tetian tatian tymof tymur timur fedir fedor fransua fransis dzhon dzho dzhor dzhei iogann iohann gans zhan zhoz zhak per robert richard vilhelm heorh tomas devid deivid maik uil uill endriu entoni nursultan khrystyn iulii iuli iuri iurii iaroslav iana " +
        // Polish and other central European
        "adam agnieszk aleksand alexand andrzej ann barbar dariusz donald ewa grzegorz henryk jacek jakub jan janusz jaroslaw jerzy jozef joann katarzyn krzysztof lech leszek lukasz maciej magdalen malgorzat marcin marek mari mariusz michal mikolaj pawel piotr radoslaw rafal ryszard slawomir stanislaw stefan szymon tadeusz tomasz waldemar wojciech zbigniew zofi zuzann " +
        // English, German, French, Romance
        "alan albert alice andrew angel anthony arthur barack benjamin bill boris brian carl carol catherine charles charlotte chris christian christin claud daniel david deborah diana donna edgar edith edmund edwin edward eleanor elisabeth elizabeth emma emmanuel eric ernst francois frank franz fred friedrich george gerhard hann hans harry harold heinrich helen helmut henry hugh ian irene isabel " +
        "jacques james jean jennifer jessica joe john jonathan joseph juan julia karl kevin klaus laura lawrence leo linda lisa louis luca lucy manuel marco margaret mark martin mary matthew max mehmet michael monica nicolas olaf oliver patrick paul peter philip pierre rachel ralph rebecca richard robert ronald ruth sam sara sarah simon sophie stella stephen steven susan theresa thomas timothy tony ursula victor vincent walter william wolfgang " +
        "ahmad ahmed ali hasan hassan husain hussein ibrahim khalid mahmud mohamed mohammed muhammad omar yusuf").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static readonly int Longest = Beginnings.Max(b => b.Length);

    /// <summary>The people named in a text: as printed, and the surname.</summary>
    public static IEnumerable<(string Name, string Surname)> PeopleIn(string text)
    {
        foreach (var row in Capitalised.RowsIn(text))
        {
            for (var i = 0; i + 1 < row.Count; i++)
            {
                if (!row[i].EndsWith('.') && !IsGiven(row[i]))
                {
                    continue;
                }

                // A second given name, a patronymic, more initials stand between.
                var at = i + 1;
                while (at + 1 < row.Count && (row[at].EndsWith('.') || IsGiven(row[at]) || IsPatronymic(row[at])))
                {
                    at++;
                }

                if (!row[at].EndsWith('.'))
                {
                    yield return (string.Join(' ', row.Skip(i).Take(at - i + 1)), row[at]);
                    i = at;
                }
            }
        }
    }

    private static bool IsGiven(string word)
    {
        var latin = Slug.From(word.Split('-')[0]);
        for (var length = Math.Max(2, latin.Length - LongestEnding); length <= Math.Min(latin.Length, Longest); length++)
        {
            // A short name declines little; "Mark" is no beginning of "Market".
            if (Beginnings.Contains(latin[..length]) && latin.Length - length <= Math.Min(LongestEnding, length - 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPatronymic(string word) => Slug.From(word) is var latin && (latin.Contains("ovych", StringComparison.Ordinal) || latin.Contains("ovich", StringComparison.Ordinal) || latin.Contains("evich", StringComparison.Ordinal) || latin.Contains("ivn", StringComparison.Ordinal) || latin.Contains("ovn", StringComparison.Ordinal) || latin.Contains("evn", StringComparison.Ordinal));
}
