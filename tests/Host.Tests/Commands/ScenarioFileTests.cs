using System.Text.Json.Nodes;

namespace ControlPlane.Host.Tests.Commands;

public sealed class ScenarioFileTests : IDisposable
{
    private const string Valid =
        """
        title: Two sites
        horizon: 6 h
        gpus:
          G: { idle: 20 W, peak: 100 W, sleep: 10 W }
        sites:
          - name: a
            gpu: G
            count: 8
            clocks: [0.5, 1]
            power: { alpha: 50, beta: 30, gamma: 20 }
            time: { alpha: 0.005, beta: 0.03, gamma: 0.001 }
        ingresses:
          - name: gw
            arrivals: { process: poisson, rate: 10 /h }
            sizes: { distribution: lognormal, median: 5 k units, sigma: 0.4 }
        wan:
          links:
            - { from: gw, to: a, latency: 10 ms }
        """;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");

    [Fact]
    public void A_shipped_scenario_is_included_by_its_name_and_a_file_beside_goes_first()
    {
        Directory.CreateDirectory(_folder);
        var own = Path.Combine(_folder, "own.yaml");
        File.WriteAllText(own, "include: [paper.yaml]\nhorizon: 2 h\n");
        Assert.Equal(8, Cli.Json("show", own)["sites"]!.AsArray().Count);
        File.WriteAllText(Path.Combine(_folder, "paper.yaml"), Valid);
        Assert.Single(Cli.Json("show", own)["sites"]!.AsArray());
        File.WriteAllText(own, "include: [sub/paper.yaml]\n");
        Assert.Contains("there is no file", Cli.Run("show", own).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_of_a_file_is_a_line_with_its_place_and_the_check_fails()
    {
        File.WriteAllText(_file, Valid.Replace("count: 8", "count: -8", StringComparison.Ordinal).Replace("horizon: 6 h", "horizon: 6 parsec", StringComparison.Ordinal));
        var result = Cli.Run("validate", _file);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.Contains(result.Lines, l => l.StartsWith(_file + ":2:", StringComparison.Ordinal) && l.Contains("horizon", StringComparison.Ordinal));
        Assert.Contains(result.Lines, l => l.StartsWith(_file + ":8:", StringComparison.Ordinal) && l.Contains("count", StringComparison.Ordinal));
        Assert.EndsWith("in 1 file", result.Lines[^1], StringComparison.Ordinal);
        Assert.False((bool)JsonNode.Parse(Cli.Run("validate", _file, "--json").Out)!["valid"]!);
    }

    [Fact]
    public void A_scenario_with_problems_is_bad_input_everywhere_else()
    {
        File.WriteAllText(_file, Valid.Replace("count: 8", "count: -8", StringComparison.Ordinal));
        Assert.StartsWith($"{_file}:8:", Cli.Error("simulate", _file, "--policy", "dp"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_valid_file_is_ok_and_can_be_simulated()
    {
        File.WriteAllText(_file, Valid);
        var result = Cli.Run("validate", _file);
        Assert.Equal($"{_file}: ok ({Path.GetFileNameWithoutExtension(_file)}: 1 site, 8 GPUs, 6 h, load 1)\n", result.Out);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0, Cli.Run("simulate", _file, "--policy", "dp").ExitCode);
    }

    [Fact]
    public void A_missing_file_is_bad_input() => Assert.Contains("there is no file", Cli.Error("validate", _file), StringComparison.Ordinal);

    [Fact]
    public void The_schema_is_json() => Assert.NotNull(JsonNode.Parse(Cli.Run("schema").Out)!["$schema"]);

    public void Dispose()
    {
        File.Delete(_file);
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
