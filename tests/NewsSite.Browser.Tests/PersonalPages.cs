using Microsoft.Playwright;
using NewsSite.Accounts;
using NewsSite.Articles;
using NewsSite.Comments;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.Browser.Tests;

/// <summary>
/// The pages about the person asking, in every state and language, as axe sees them: wide and narrow, by day and night. Pages of an account are in its language,
/// or the one the address names; pages of a comment are in its article's.
/// </summary>
public sealed class PersonalPages(Newsstand newsstand) : PersonalJourneys(newsstand)
{
    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task Pages_for_those_not_signed_in_are_sound_also_when_they_refuse(string language)
    {
        await using var reader = await Newsstand.WelcomeWriterAsync();
        var page = reader.Page;
        foreach (var (address, field) in new[] { ("sign-in", "#password"), ("register", "#email"), ("forgot", "#email") })
        {
            await page.GotoAsync($"/account/{address}?language={language}");
            await IsInAsync(page, language);
            await IsSoundAsync(reader);
            // Browsers help with what is missing; who sends it all the same is told by the page.
            await page.Locator("main form.reply-form").EvaluateAsync("form => { form.noValidate = true; }");
            await page.Locator(field).FillAsync("");
            await page.Locator("main form.reply-form button[type='submit']").ClickAsync();
            if (address != "forgot")
            {
                await Expect(page.Locator("#refusal")).ToBeVisibleAsync();
            }

            await IsInAsync(page, language);
            await IsSoundAsync(reader);
        }
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task Pages_of_an_account_are_sound_in_its_language(string language)
    {
        var piece = await Cast.PublishAsync(language: language);
        var host = await Cast.EnrolAsync("Host");
        var said = await Cast.SaidAsync(piece, host, "The first word.");
        var person = await Cast.EnrolAsync("Person", language, AccountRole.Moderator);
        await Cast.SaidAsync(piece, host, "A held word.", said, CommentStatus.Held);
        await using var reader = await Newsstand.WelcomeWriterAsync();
        var page = reader.Page;
        await SignInAsync(reader, person);

        await page.GotoAsync("/account/following");
        await IsSoundAsync(reader);
        await page.GotoAsync($"/comments/{said}/follow");
        await IsInAsync(page, language);
        await page.Locator("button[value='Article']").ClickAsync();
        await page.Locator("button[value='Mute']").ClickAsync();
        await page.Locator("button[value='Ignore']").ClickAsync();
        await IsSoundAsync(reader);
        foreach (var own in (string[])
                 [
                     "/account", "/account/following", "/account/profile", "/account/password", "/account/email", "/account/passkeys", "/account/authenticator", "/account/sessions",
                     "/account/export", "/account/delete", "/desk", "/desk/moderation", "/desk/moderation?tab=decided", "/desk/moderation/log",
                 ])
        {
            await page.GotoAsync(own);
            await IsInAsync(page, language);
            await IsSoundAsync(reader);
        }

        // The square to scan, and a wrong code for it.
        await page.GotoAsync("/account/authenticator");
        await page.Locator("#password").FillAsync(Cast.Password);
        await page.Locator("main form button[type='submit']").ClickAsync();
        await page.Locator("#code").FillAsync("000000");
        await page.Locator("main form button[type='submit']").ClickAsync();
        await Expect(page.Locator("#refusal")).ToBeVisibleAsync();
        await IsInAsync(page, language);
        await IsSoundAsync(reader);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task Pages_of_a_comment_are_sound_in_every_state(string language)
    {
        var piece = await Cast.PublishAsync(ConversationMode.FirstHeld, language);
        var host = await Cast.EnrolAsync("Host");
        var top = await Cast.SaidAsync(piece, host, "The first word.");
        var person = await Cast.EnrolAsync("Writer", language);
        await using var reader = await Newsstand.WelcomeWriterAsync();
        var page = reader.Page;
        await SignInAsync(reader, person);

        // Nothing of one's own yet; what was typed in vain.
        await page.GotoAsync($"/comments/mine?article={piece.Id}");
        await IsInAsync(page, language);
        await IsSoundAsync(reader);
        await page.GotoAsync($"/comments/new?article={piece.Id}&parent={top}");
        await IsSoundAsync(reader);
        await page.Locator("main form.reply-form").EvaluateAsync("form => { form.noValidate = true; }");
        await PostAsync();
        await Expect(page.Locator(".form-refusal")).ToBeVisibleAsync();
        await IsInAsync(page, language);
        await IsSoundAsync(reader);

        // Held.
        await page.Locator("main textarea").FillAsync("Words that wait.");
        await PostAsync();
        await page.WaitForURLAsync("**/mine");
        await IsInAsync(page, language);
        await IsSoundAsync(reader);
        var own = new Uri(page.Url).AbsolutePath.Replace("/mine", "", StringComparison.Ordinal);
        await page.GotoAsync($"/comments/mine?article={piece.Id}");
        await IsSoundAsync(reader);

        // Published and edited.
        await Cast.ApprovesAsync(int.Parse(own.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        await page.GotoAsync($"{own}/edit");
        await IsSoundAsync(reader);
        await page.Locator("main textarea").FillAsync("Words that waited.");
        await page.Locator("main form button[type='submit']").ClickAsync();
        await page.WaitForURLAsync("**/mine");
        await page.GotoAsync($"{own}/history");
        await Expect(page.Locator(".diff ins").First).ToBeVisibleAsync();
        await IsSoundAsync(reader);

        // Reported, by somebody who first forgets to say why.
        await page.GotoAsync($"/comments/{top}/flag");
        await IsInAsync(page, language);
        await IsSoundAsync(reader);
        await page.Locator("main form").EvaluateAsync("form => { form.noValidate = true; }");
        await page.Locator("main form button[type='submit']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await IsSoundAsync(reader);
        await page.Locator("#reason-0").CheckAsync();
        await page.Locator("main form button[type='submit']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await IsInAsync(page, language);

        // Useful or not, and taken back.
        await page.GotoAsync($"/comments/{top}/useful");
        await IsInAsync(page, language);
        await IsSoundAsync(reader);
        await page.GotoAsync($"{own}/mine");
        await page.Locator($"form[action$='/withdraw'] button").ClickAsync();
        await page.GotoAsync($"{own}/mine");
        await Expect(page.Locator("input[name='undo']")).ToHaveCountAsync(1);
        await IsSoundAsync(reader);

        Task PostAsync() => page.Locator("main form.reply-form .form-actions button").First.ClickAsync();
    }

    private static async Task IsInAsync(IPage page, string language)
    {
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", language == "ar" ? "rtl" : "ltr");
    }
}
