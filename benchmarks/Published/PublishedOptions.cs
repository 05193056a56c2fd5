namespace ControlPlane.Benchmarks.Published;

/// <summary>Options of the side-by-side run.</summary>
/// <param name="Days">Simulated days.</param>
/// <param name="Rounds">How often both sides run, one after the other.</param>
/// <param name="Python">Interpreter.</param>
/// <param name="Json">Whether to print JSON.</param>
internal sealed record PublishedOptions(double Days = 1, int Rounds = 3, string Python = "python3", bool Json = false)
{
    public static PublishedOptions Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new PublishedOptions(),
        ["--json", .. var rest] => Parse(rest) with { Json = true },
        ["--python", var path, .. var rest] => Parse(rest) with { Python = path },
        ["--days", var text, .. var rest] when double.TryParse(text, out var days) && days is > 0 and <= 7 => Parse(rest) with { Days = days },
        ["--rounds", var text, .. var rest] when int.TryParse(text, out var rounds) && rounds is >= 1 and <= 99 => Parse(rest) with { Rounds = rounds },
        _ => throw new ArgumentException(
            $"published cannot read '{string.Join(' ', arguments)}'; it takes --days (0, 7], --rounds 1..99, --python PATH, --json.", nameof(arguments)),
    };
}
