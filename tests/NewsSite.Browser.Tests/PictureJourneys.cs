using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NetVips;
using NewsSite.Accounts;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>A translator brings pictures by button, by dropping and by pasting, credits one, says where the eye should fall and deletes it; without script too.</summary>
public sealed class PictureJourneys(Newsstand newsstand) : BrowserTests(newsstand)
{
    private const string Password = "a long sentence nobody guesses";

    private static int made;

    /// <summary>Has the browser hand files over the way a hand or a clipboard would.</summary>
    private const string HandOver = """
        ([kind, name, type, base64]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], name, { type }));
          const target = document.querySelector('.picture-upload');
          target.dispatchEvent(kind === 'drop'
            ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data })
            : new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picture_is_chosen_credited_aimed_and_deleted(bool script)
    {
        await using var translator = await Newsstand.WelcomeWriterAsync(script);
        var page = translator.Page;
        await SignInAsync(translator);
        await page.GotoAsync("/desk");
        await page.GetByRole(AriaRole.Link, new() { Name = "Pictures" }).ClickAsync();
        await IsSoundAsync(translator, script);

        // Refused with a sentence, in either way.
        await page.GetByLabel("Add pictures").SetInputFilesAsync(File("text.jpg", "image/jpeg", "Not a picture."u8.ToArray()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByText("This is not a JPEG, PNG, WebP, AVIF or GIF picture.")).ToBeVisibleAsync();
        await IsSoundAsync(translator, script);

        var name = $"tram-{Interlocked.Increment(ref made)}.jpg";
        await page.GetByLabel("Add pictures").SetInputFilesAsync(File(name, "image/jpeg", Jpeg()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/desk/pictures/[0-9]+$"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        await IsSoundAsync(translator, script);
        var own = page.Url;

        await page.GetByLabel("Made by").FillAsync("Dana Kovar");
        await page.GetByLabel("Licence").FillAsync("CC BY 4.0");
        if (script)
        {
            var box = await page.Locator(".picture-frame").BoundingBoxAsync();
            await page.Locator(".picture-frame").ClickAsync(new() { Position = new() { X = box!.Width * 0.2f, Y = box.Height * 0.75f } });
            await Expect(page.GetByLabel("Per cent from the left")).ToHaveValueAsync("20");
            await Expect(page.GetByLabel("Per cent from the top")).ToHaveValueAsync("75");
        }
        else
        {
            await page.GetByLabel("Per cent from the left").FillAsync("20");
            await page.GetByLabel("Per cent from the top").FillAsync("75");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved.");
        await Expect(page.GetByLabel("Made by")).ToHaveValueAsync("Dana Kovar");
        await Expect(page.GetByLabel("Per cent from the left")).ToHaveValueAsync("20");
        await IsSoundAsync(translator, script);

        await page.GotoAsync("/desk/pictures");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("dana");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Expect(page.Locator(".picture-grid")).ToContainTextAsync(name);
        await IsSoundAsync(translator, script);

        await page.GotoAsync(own);
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete the picture" }).ClickAsync();
        await IsSoundAsync(translator, script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the picture" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("The picture is deleted.");
        await IsSoundAsync(translator, script);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("paste")]
    public async Task A_picture_is_dropped_or_pasted(string kind)
    {
        await using var translator = await Newsstand.WelcomeWriterAsync();
        var page = translator.Page;
        await SignInAsync(translator);
        await page.GotoAsync("/desk/pictures");
        await Expect(page.GetByText("Or drop files here, or paste a picture.")).ToBeVisibleAsync();

        await page.EvaluateAsync(HandOver, new[] { kind, "image.jpg", "image/jpeg", Convert.ToBase64String(Jpeg()) });

        await Expect(page).ToHaveURLAsync(new Regex("/desk/pictures/[0-9]+$"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("image.jpg");
        await IsSoundAsync(translator, script: true);
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task The_pages_are_sound_in_every_language(string language)
    {
        await using var translator = await Newsstand.WelcomeWriterAsync();
        await SignInAsync(translator);
        foreach (var address in (string[])[$"/desk/pictures?language={language}", $"/desk/pictures/1?language={language}"])
        {
            await translator.Page.GotoAsync(address);
            await IsSoundAsync(translator, script: true);
        }
    }

    private static FilePayload File(string name, string type, byte[] content) => new() { Name = name, MimeType = type, Buffer = content };

    /// <summary>A picture no other test has.</summary>
    private static byte[] Jpeg()
    {
        var shade = Interlocked.Increment(ref made);
        using var picture = Image.Perlin(1200, 800, cellSize: 200, uchar: true, seed: shade).Bandjoin(Image.Perlin(1200, 800, cellSize: 300, uchar: true, seed: shade + 1000), Image.Black(1200, 800) + 120)
            .Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        return picture.JpegsaveBuffer();
    }

    private async Task SignInAsync(Reader reader)
    {
        var address = await EnrolAsync();
        await reader.Page.GotoAsync("/account/sign-in");
        await reader.Page.Locator("#email").FillAsync(address);
        await reader.Page.Locator("#password").FillAsync(Password);
        await reader.Page.Locator("form.reply-form button[type='submit']").ClickAsync();
        await Expect(reader.Page).Not.ToHaveURLAsync(new Regex("sign-in"));
    }

    private Task<string> EnrolAsync() => Newsstand.InDatabase(async db =>
    {
        var address = $"pictures{Interlocked.Increment(ref made)}@newsroom.example";
        var now = new DateTime(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);
        var account = new Account("Tara of the pictures", now)
        {
            Email = address, NormalizedEmail = address.ToUpperInvariant(), UserName = address, NormalizedUserName = address.ToUpperInvariant(), EmailConfirmed = true, SecurityStamp = $"{Guid.NewGuid():N}",
        };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        account.Grant(AccountRole.Translator, now);
        db.Add(account);
        await db.SaveChangesAsync();
        return address;
    });

    /// <summary>Nothing to object to by day and night, wide and narrow, and nothing reported; axe cannot be asked where no script runs.</summary>
    private static async Task IsSoundAsync(Reader reader, bool script)
    {
        if (script)
        {
            var look = await reader.LookAsync();
            Assert.True(look.Violations.Count + look.Overflows.Count == 0, $"{reader.Page.Url}: {string.Join("; ", look.Violations.Concat(look.Overflows))}");
        }

        Assert.Empty(reader.Errors);
        Assert.Empty(reader.Strangers);
    }
}
