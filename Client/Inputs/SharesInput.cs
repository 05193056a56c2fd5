using System.CommandLine;
using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Inputs;

/// <summary>The option <c>--carbon-sweep</c>.</summary>
internal sealed class SharesInput
{
    private const int Most = 50;

    /// <summary>The option.</summary>
    public Option<string?> Option { get; } =
        new("--carbon-sweep") { HelpName = "B,B,...", Description = "Also plan under carbon budgets, as shares of what the plan without carbon emits, such as 1,0.9,0.7,0.5." };

    /// <summary>The shares; none where none is asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">One is not a share.</exception>
    public IReadOnlyList<double> Read(ParseResult result)
    {
        if (result.GetValue(Option) is not { } text)
            return [];
        var shares = text.Split(',').Select(One).ToArray();
        return shares.Length <= Most ? shares : throw new InputException($"{Option.Name}: at most {Most} budgets, not {shares.Length}");
    }

    private double One(string text) =>
        Quantity.TryNumber(text.Trim(), out var share) && share is >= 0 and <= 10 ? share : throw new InputException($"{Option.Name}: each must be a number in [0, 10], not '{text}'");
}
