using System.Text;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>A small right scenario, and ways to break it.</summary>
internal static class Yaml
{
    // Tests name lines of this text: keep them where they are.
    public const string Small = """
        horizon: 1 d
        gpus:
          L4: { idle: 15 W, peak: 72 W, sleep: 8 W }
        sites:
          - name: north
            gpu: L4
            count: 16
            clocks: [0.5, 0.75, 1.0]
            power: { alpha: 45, beta: 20, gamma: 40 }
            time: { alpha: 0.0065, beta: 0.06, gamma: 0.0022 }
          - name: south
            gpu: L4
            count: 8
            clocks: [0.5, 0.75, 1.0]
            power: { alpha: 45, beta: 20, gamma: 40 }
            time: { alpha: 0.0065, beta: 0.06, gamma: 0.0022 }
        ingresses:
          - name: gate
            arrivals: { process: poisson, rate: 0.01 /s }
            sizes: { distribution: exponential, mean: 10 k units }
        wan:
          default-latency: 10 ms

        """;

    public static Scenario Parse(string text, params (string Name, string Text)[] files) =>
        ScenarioReader.Parse(text, "test.yaml", Open(files), Policies.All);

    /// <summary>The problems of a text.</summary>
    public static IReadOnlyList<ScenarioProblem> Problems(string text, params (string Name, string Text)[] files) =>
        Assert.Throws<ScenarioException>(() => Parse(text, files)).Problems;

    /// <summary>The one problem of a text, as it is shown.</summary>
    public static string Problem(string text, params (string Name, string Text)[] files) => Assert.Single(Problems(text, files)).ToString();

    /// <summary>The small scenario with a part replaced.</summary>
    public static string With(string part, string replacement)
    {
        Assert.Contains(part, Small, StringComparison.Ordinal);
        var at = Small.IndexOf(part, StringComparison.Ordinal);
        return Small[..at] + replacement + Small[(at + part.Length)..];
    }

    private static Func<string, Stream?> Open((string Name, string Text)[] files) => path =>
        files.FirstOrDefault(f => f.Name == path).Text is { } text ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null;
}
