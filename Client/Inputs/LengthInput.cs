using System.CommandLine;

namespace ControlPlane.Client.Inputs;

/// <summary>Options for lengths of simulated time.</summary>
internal static class LengthInput
{
    private const double MostDays = 3650;

    /// <summary>Makes one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">Help.</param>
    public static Option<double?> Option(string name, string description) => new(name)
    {
        HelpName = "D",
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DurationText.TryRead(text, out var seconds) && seconds > 0 && seconds <= MostDays * 86_400)
                return seconds;
            result.AddError($"{name} must be a length of time in (0, {MostDays}] days, such as 2, 36h or 90m, not '{text}'");
            return null;
        },
    };
}
