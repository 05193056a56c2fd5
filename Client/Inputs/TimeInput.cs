using System.CommandLine;

namespace ControlPlane.Client.Inputs;

/// <summary>Options for lengths of time of the wall clock, which always have their unit.</summary>
internal static class TimeInput
{
    /// <summary>Makes an option for a time in a range.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="leastS">Least value, seconds.</param>
    /// <param name="mostS">Greatest value, seconds.</param>
    /// <param name="description">Help.</param>
    /// <returns>Its value is in seconds.</returns>
    public static Option<double?> Option(string name, double leastS, double mostS, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (text.Length > 0 && char.IsAsciiLetter(text[^1]) && DurationText.TryRead(text, out var seconds) && seconds >= leastS && seconds <= mostS)
                return seconds;
            result.AddError($"{name} must be a time from {Output.Show.Duration(leastS)} to {Output.Show.Duration(mostS)} with its unit (30s, 5m, 2h), not '{text}'");
            return null;
        },
    };
}
