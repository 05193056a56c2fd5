using ControlPlane.Simulation.Signals.Files;

namespace ControlPlane.Core.Tests.Signals.Files;

/// <summary>The document names every layout, and every layout has a golden file.</summary>
public sealed class SignalDocsTests
{
    [Fact]
    public void The_document_names_every_layout()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "SIGNALS.md")).Replace("`-job`", "`alibaba-gpu-2020-job`", StringComparison.Ordinal);
        Assert.All(SignalLayouts.All, l => Assert.Contains($"`{l.Name}`", text));
    }

    [Fact]
    public void Every_layout_but_the_year_of_weather_has_a_golden_file()
    {
        var options = new SignalReadOptions { Zone = null, UsdPerAud = 0.65, UtcOffset = TimeSpan.FromHours(-7) };
        var seen = Directory.EnumerateFiles(Golden.Folder)
            .Select(f => SignalReader.Read(f, Path.GetFileName(f) switch
            {
                "pjm-rt.csv" => options with { Zone = "DOM" },
                "nyiso-autumn.csv" or "nyiso-spring.csv" => options with { Zone = "N.Y.C." },
                _ => options,
            }).Layout.Name)
            .Append("epw");
        Assert.Equal(SignalLayouts.All.Select(l => l.Name).Order(), seen.Distinct().Order());
    }
}
