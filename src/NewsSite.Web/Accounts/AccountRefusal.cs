using NewsSite.Accounts;

namespace NewsSite.Web.Accounts;

/// <summary>Why an account page did not do what was asked. Each has a sentence: <c>AccountRefusal.…</c> in the words.</summary>
public enum AccountRefusal
{
    /// <summary>Too many tries from this network.</summary>
    TooFast,

    /// <summary>No name.</summary>
    NameMissing,

    /// <summary>A name that cannot be printed.</summary>
    NameUnfit,

    /// <summary>Somebody's name, or one like it.</summary>
    NameTaken,

    /// <summary>No mail could reach the address.</summary>
    EmailUnfit,

    /// <summary>The password has too few characters.</summary>
    PasswordShort,

    /// <summary>The password has too many characters.</summary>
    PasswordLong,

    /// <summary>Everybody tries that password first.</summary>
    PasswordCommon,

    /// <summary>The password is the address.</summary>
    PasswordIsAddress,

    /// <summary>Address and password do not go together, or whatever else: the sentence does not tell.</summary>
    WrongSignIn,

    /// <summary>The bio has too many characters.</summary>
    BioLong,

    /// <summary>The code is wrong, or its time is over.</summary>
    WrongCode,

    /// <summary>The passkey was not taken.</summary>
    PasskeyFailed,

    /// <summary>That is not the account's password.</summary>
    WrongPassword,

    /// <summary>The link was used, or is too old, or was never mailed.</summary>
    LinkUsed,

    /// <summary>The name typed is not the account's.</summary>
    NameDiffers,

    /// <summary>The address has an account. Told only to who has shown by a link that they may know.</summary>
    AddressTaken,
}

/// <summary>What refusals are about.</summary>
internal static class AccountRefusals
{
    /// <summary>The refusal of a name.</summary>
    public static AccountRefusal? OfName(NameRefusal? refusal) => refusal switch
    {
        null => null,
        NameRefusal.Missing => AccountRefusal.NameMissing,
        NameRefusal.Unfit => AccountRefusal.NameUnfit,
        NameRefusal.Taken => AccountRefusal.NameTaken,
        var other => throw new InvalidOperationException($"No refusal for {other}."),
    };

    /// <summary>The refusal of a password; null when it is taken.</summary>
    public static AccountRefusal? OfPassword(string? password, string? email) => PasswordRules.Check(password ?? "", email) switch
    {
        null => null,
        PasswordRefusal.TooShort => AccountRefusal.PasswordShort,
        PasswordRefusal.TooLong => AccountRefusal.PasswordLong,
        PasswordRefusal.TooCommon => AccountRefusal.PasswordCommon,
        PasswordRefusal.IsAddress => AccountRefusal.PasswordIsAddress,
        var other => throw new InvalidOperationException($"No refusal for {other}."),
    };
}
