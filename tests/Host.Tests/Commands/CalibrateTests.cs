namespace ControlPlane.Host.Tests.Commands;

/// <summary><c>calibrate quality</c>: from measurements to curves.</summary>
public sealed class CalibrateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("calibrate").FullName;

    [Fact]
    public void Curves_errors_and_residuals_are_shown()
    {
        var json = Cli.Json("calibrate", "quality", Measured());
        var curve = json["curves"]![0]!;
        Assert.Equal("SD \"x\": 1", (string)curve["model"]!);
        Assert.InRange((double)curve["midpoint_steps"]!, 24.9, 25.1);
        Assert.InRange((double)curve["steepness_per_step"]!, 0.29, 0.31);
        Assert.True((double)curve["r_squared"]! > 0.999);
        Assert.Equal(10, json["points"]!.AsArray().Count);
        Assert.Contains("± is one standard error.", Cli.Run("calibrate", "quality", Measured()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Yaml_can_be_pasted_and_a_chart_is_drawn()
    {
        var svg = Path.Combine(_folder, "fit.svg");
        var result = Cli.Run("calibrate", "quality", Measured(), "--yaml", "--chart", svg);
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("# fitted to measured.csv: BRISQUE weighs 0.5, CLIP 0.5\nquality:\n  \"SD \\\"x\\\": 1\": { amplitude: ", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("<svg", File.ReadAllText(svg), StringComparison.Ordinal);
    }

    [Fact]
    public void A_floor_below_0_is_taken_as_0_and_said()
    {
        var result = Cli.Run("calibrate", "quality", Measured(), "--parameters", "4", "--csv");
        Assert.Equal("warning: SD \"x\": 1: the best floor is below 0; it was taken as 0\n", result.Error);
        Assert.EndsWith(",10", result.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused()
    {
        var file = Path.Combine(_folder, "few.csv");
        File.WriteAllText(file, "model,steps,brisque,clip\nm,6,40,0.2\nm,10,30,0.3\nm,20,20,0.31\n");
        Assert.Equal($"{file}:1: m: 3 different numbers of steps; a fit with 3 parameters needs at least 4", Cli.Error("calibrate", "quality", file));
        Assert.Contains("there is no file", Cli.Error("calibrate", "quality", "none.csv"), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Measured()
    {
        var file = Path.Combine(_folder, "measured.csv");
        var rows = new[] { 1, 10, 15, 20, 25, 30, 35, 45, 60, 100 }.Select(s => (Steps: s, Benefit: 1 / (1 + Math.Exp(-0.3 * (s - 25)))));
        File.WriteAllText(file, "model,steps,brisque,clip\n" + string.Concat(rows.Select(r => $"\"SD \"\"x\"\": 1\",{r.Steps},{60 - 40 * r.Benefit:R},{0.2 + 0.1 * r.Benefit:R}\n")));
        return file;
    }
}
