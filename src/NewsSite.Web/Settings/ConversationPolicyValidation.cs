using Microsoft.Extensions.Options;
using NewsSite.Comments;

namespace NewsSite.Web.Settings;

/// <summary>Refuses numbers that make no sense.</summary>
internal sealed class ConversationPolicyValidation : IValidateOptions<ConversationPolicy>
{
    public ValidateOptionsResult Validate(string? name, ConversationPolicy options)
    {
        (string Name, int Value, int Least)[] numbers =
        [
            (nameof(options.CloseAfterDays), options.CloseAfterDays, 0),
            (nameof(options.FlagsToHold), options.FlagsToHold, 1),
            (nameof(options.MaxLinks), options.MaxLinks, 0),
            (nameof(options.PerAccountPerMinute), options.PerAccountPerMinute, 1),
            (nameof(options.PerNetworkPerMinute), options.PerNetworkPerMinute, 1),
        ];
        var wrong = numbers.Where(n => n.Value < n.Least).Select(n => $"Comments:{n.Name} must be {n.Least} or more; it is {n.Value}.").ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
