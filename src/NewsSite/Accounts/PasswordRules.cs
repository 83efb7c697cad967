using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;

namespace NewsSite.Accounts;

/// <summary>Why a password is not taken.</summary>
public enum PasswordRefusal
{
    /// <summary>It is shorter than <see cref="PasswordRules.MinLength"/>.</summary>
    TooShort,

    /// <summary>It is longer than <see cref="PasswordRules.MaxLength"/>.</summary>
    TooLong,

    /// <summary>It is among those tried first, or has next to nothing in it.</summary>
    TooCommon,

    /// <summary>It is the address, or the part of it before the @.</summary>
    IsAddress,
}

/// <summary>
/// Length is what makes a password; rules of composition only make it hard to remember. What everybody uses, and the address itself, are refused.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 10;

    /// <summary>The most characters: hashing costs more with each.</summary>
    public const int MaxLength = 128;

    private const int FewestDifferent = 4;

    /// <summary>Of the most used ones those that are long enough to pass otherwise; lower case.</summary>
    private static readonly FrozenSet<string> Common = new[]
    {
        "1234567890", "0123456789", "12345678910", "0987654321", "9876543210", "123456789a", "a123456789", "123456789q", "1q2w3e4r5t", "1q2w3e4r5t6y", "q1w2e3r4t5", "q1w2e3r4t5y6",
        "1qaz2wsx3edc", "1qazxsw23edc", "qazwsxedcrfv", "qwertyuiop", "qwertyuiop123", "qwerty12345", "qwerty123456", "qwerty1234", "asdfghjkl;", "asdfghjkl123", "zxcvbnm123", "zxcvbnm,./",
        "abcdefghij", "abcd123456", "abc1234567", "abcdef123456", "password12", "password123", "password1234", "password12345", "passwordpassword", "mypassword", "mypassword1", "passw0rd123",
        "p@ssw0rd123", "p@ssword123", "pa$$word123", "letmein123", "letmeinplease", "welcome123", "welcome1234", "changeme123", "changemenow", "iloveyou12", "iloveyou123", "iloveyou1234",
        "iloveyouforever", "football123", "baseball123", "basketball", "basketball1", "sunshine123", "princess123", "princess1234", "monkey12345", "dragon12345", "superman123", "batman12345",
        "trustno1trustno1", "starwars123", "michael123", "jennifer123", "charlie123", "liverpool1", "liverpool123", "manchester", "barcelona1", "barcelona123", "chocolate1", "strawberry",
        "butterfly1", "christmas1", "california", "washington", "administrator", "administrator1", "adminadmin", "admin12345", "admin123456", "rootrootroot", "testtesttest", "test123456",
        "guest12345", "secret1234", "supersecret", "correcthorsebatterystaple", "computer123", "internet123", "pokemon123", "whatever123", "samsung123", "google1234", "facebook123",
        "newspaper1", "newssite123", "opinion123", "йцукенгшщз", "йцукенгшщзх", "пароль1234", "пароль12345", "пароль123456", "україна123", "привет12345", "كلمةالسر123", "كلمةالمرور",
    }.ToFrozenSet();

    /// <summary>What is wrong with a password; null when nothing is.</summary>
    public static PasswordRefusal? Check(string password, string? email)
    {
        var lower = password.ToLowerInvariant();
        return password.Length < MinLength ? PasswordRefusal.TooShort
            : password.Length > MaxLength ? PasswordRefusal.TooLong
            : email is not null && (lower.Equals(email, StringComparison.OrdinalIgnoreCase) || lower.Equals(email.Split('@')[0], StringComparison.OrdinalIgnoreCase)) ? PasswordRefusal.IsAddress
            : lower.Distinct().Count() < FewestDifferent || Common.Contains(lower) ? PasswordRefusal.TooCommon
            : null;
    }

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Check(password ?? "", user.Email) is { } refusal ? IdentityResult.Failed(new IdentityError { Code = refusal.ToString() }) : IdentityResult.Success);
}
