namespace ControlPlane.Benchmarks.Learning.SideBySide;

/// <summary>Options of the side-by-side run of the learner.</summary>
/// <param name="Python">Interpreter that has PyTorch.</param>
/// <param name="Json">Whether to print JSON.</param>
internal sealed record SideBySideOptions(string Python = "python3", bool Json = false)
{
    public static SideBySideOptions Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new SideBySideOptions(),
        ["--json", .. var rest] => Parse(rest) with { Json = true },
        ["--python", var path, .. var rest] => Parse(rest) with { Python = path },
        _ => throw new ArgumentException($"learning --side-by-side cannot read '{string.Join(' ', arguments)}'; it takes --python PATH, --json.", nameof(arguments)),
    };
}
