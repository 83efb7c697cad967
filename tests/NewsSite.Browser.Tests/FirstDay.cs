using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NetVips;
using NewsSite.Articles;
using static Microsoft.Playwright.Assertions;
using static NewsSite.Browser.Tests.PersonalJourneys;

namespace NewsSite.Browser.Tests;

/// <summary>A publication begins: nothing is there but the link a start prints, and nobody touches a mouse.</summary>
public sealed partial class FirstDay
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task By_keyboard_alone_somebody_goes_from_an_empty_site_to_a_published_translation(bool script)
    {
        Assert.SkipUnless(Newsstand.IsOpen, "NEWSSITE_TEST_CHROMIUM names no browser; tests/run names one.");
        await using var newsstand = new Newsstand { IsEmpty = true };
        await newsstand.InitializeAsync();
        await using var reader = await newsstand.WelcomeWriterAsync(script);
        var page = reader.Page;

        await page.GotoAsync(await newsstand.FirstLinkAsync());
        await IsSoundAsync(reader, script);
        await TypeIntoAsync(page, "#name", "Nora Reed");
        await TypeIntoAsync(page, "#email", "nora@newsroom.example");
        await TypeIntoAsync(page, "#password", Cast.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/desk$"));
        await IsSoundAsync(reader, script);

        await GoAsync(page, "main a[href$='/desk/settings']");
        await GoAsync(page, "main a[href$='/desk/settings/sections']");
        await GoAsync(page, "main a[href$='/desk/settings/sections/new']");
        foreach (var (language, name) in new[] { ("en", "Opinion"), ("uk", "Думка"), ("ar", "رأي") })
        {
            await TypeIntoAsync(page, $"#name-{language}", name);
        }

        await TypeIntoAsync(page, "#slug", "opinion");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("/sections/opinion");

        await page.GotoAsync("/desk");
        await GoAsync(page, "main a[href$='/desk/pictures']");
        await PressToAsync(page, page.Locator("#picture"));
        await page.Locator("#picture").SetInputFilesAsync(new FilePayload { Name = "harbour.jpg", MimeType = "image/jpeg", Buffer = Jpeg() });
        await PressAsync(page, ".picture-upload button");
        await Expect(page).ToHaveURLAsync(PicturePage());
        await PressToAsync(page, page.GetByLabel("Made by"));
        await page.Keyboard.TypeAsync("Dana Kovar");
        await PressToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Save" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved.");

        await page.GotoAsync("/desk");
        await GoAsync(page, "main a[href$='/desk/articles']");
        await IsSoundAsync(reader, script);
        await PressAsync(page, ".board-filter .button");
        await TypeIntoAsync(page, "#headline", "The harbour that waits");
        await TypeIntoAsync(page, "#publication", "The Keyed Gazette");
        await TypeIntoAsync(page, "#sourceUrl", "https://keyed.example/piece");
        await TypeIntoAsync(page, "#sourceTitle", "Порт, що чекає");
        await TypeIntoAsync(page, "#sourceLanguage", "uk");
        await TypeIntoAsync(page, "#sourceDate", "11022026");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("form.editor")).ToBeVisibleAsync();
        await IsSoundAsync(reader, script);

        await TypeIntoAsync(page, "#standfirst", "In a sentence.");
        await TypeIntoAsync(page, "#body", "The first paragraph.\n\nThe second paragraph.");
        await TypeIntoAsync(page, "#original", "Перший абзац.\n\nДругий абзац.");
        await TypeIntoAsync(page, "input[name='credits[0].name']", "Oksana Avtor");
        await TypeIntoAsync(page, "input[name='credits[1].name']", "Petra Translator");
        await TypeIntoAsync(page, "input[name='credits[2].name']", "Edda Editor");
        await ChooseAsync(page, "#permission", "G");
        await ChooseAsync(page, "#picture", "h");
        await TypeIntoAsync(page, "#pictureAlt", "Cranes over still water.");
        await ChooseAsync(page, "#section", "O");
        await PressToAsync(page, page.Locator(".editor-bar button[type='submit']").First, back: true);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".desk-outcome[role='status']")).ToHaveTextAsync("Saved.");
        await Expect(page.Locator(".findings-stop li")).ToHaveCountAsync(0);
        await IsSoundAsync(reader, script);
        await PressAsync(page, "button[value='publish']");
        await Expect(page.Locator("input[name='when'][value='now']")).ToBeCheckedAsync();
        await IsSoundAsync(reader, script);
        await PressAsync(page, ".desk-form button.button");
        await Expect(page.Locator(".desk-outcome[role='status']")).ToHaveTextAsync("Readers have it.");

        await GoAsync(page, "#f-status a[href^='/20']");
        await Expect(page.Locator("h1")).ToHaveTextAsync("The harbour that waits");
        await Expect(page.Locator("main .byline").First).ToContainTextAsync("Petra Translator");
        await Expect(page.Locator(".credits")).ToContainTextAsync("Edda Editor");
        await Expect(page.Locator(".credits")).ToContainTextAsync("Порт, що чекає");
        await Expect(page.GetByAltText("Cranes over still water.")).ToBeVisibleAsync();
        await Expect(page.Locator("figcaption").First).ToContainTextAsync("Dana Kovar");
        await IsSoundAsync(reader, script);
        Assert.Equal(1, await newsstand.InDatabase(db => db.Articles.CountAsync(a => a.Status == ArticleStatus.Published)));
    }

    private static async Task GoAsync(IPage page, string link)
    {
        var address = await page.Locator(link).First.GetAttributeAsync("href");
        await PressAsync(page, link);
        await Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(address!)}$"));
    }

    private static async Task PressAsync(IPage page, string control)
    {
        await PressToAsync(page, page.Locator(control).First);
        await page.Keyboard.PressAsync("Enter");
    }

    private static byte[] Jpeg()
    {
        using var picture = Image.Perlin(1200, 800, cellSize: 200, uchar: true, seed: 7).Bandjoin(Image.Perlin(1200, 800, cellSize: 300, uchar: true, seed: 8), Image.Black(1200, 800) + 120)
            .Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        return picture.JpegsaveBuffer();
    }

    [GeneratedRegex("/desk/pictures/[0-9]+$")]
    private static partial Regex PicturePage();

    private static async Task PressToAsync(IPage page, ILocator control, bool back = false)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await control.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"The key never reached {control}.");
    }

    private static async Task TypeIntoAsync(IPage page, string selector, string text)
    {
        await PressToAsync(page, page.Locator(selector));
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task ChooseAsync(IPage page, string selector, string letter)
    {
        await PressToAsync(page, page.Locator(selector));
        await page.Keyboard.PressAsync(letter);
    }
}
