using System.Text;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Calibration;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Calibration;

/// <summary>R10: tables of measurements from outside, broken in every way, are fitted or refused.</summary>
public sealed class HostileQualityTests
{
    private const string Table = "model,steps,brisque,clip,category,backbone\nm,2,50,0.1,Arts,v\nm,4,44,0.2,Arts,v\nm,8,30,0.28,Arts,v\nm,12,24,0.31,People,v\nm,20,20,0.33,People,v\nm,42,19,0.335,People,v\n";
    private static readonly string[] Tokens = ["", ",", "\"", "\n", "0", "-", "1e308", "NaN", "m", "999", "1e-300", "é", "\0", "v,"];

    [Fact]
    public void Mutated_tables_are_fitted_or_refused()
    {
        var random = new RandomStream(3, "quality");
        var (fitted, refused) = (0, 0);
        var count = TestScale.Pick(2_000, 100_000);
        for (var i = 0; i < count; i++)
        {
            var text = Table;
            for (var changes = 1 + random.NextBelow(3); changes > 0; changes--)
            {
                var at = random.NextBelow(text.Length);
                text = text[..at] + Tokens[random.NextBelow(Tokens.Length)] + text[Math.Min(text.Length, at + random.NextBelow(4))..];
            }

            try
            {
                var fit = QualityCalibration.Fit(QualityTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "q.csv"), "q.csv", 3 + i % 2);
                Assert.All(fit.Fits, f => Assert.Null(f.Curve.Complain()));
                fitted++;
            }
            catch (ScenarioException e)
            {
                Assert.StartsWith("q.csv:", e.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.True(fitted > 0.02 * count && refused > 0.2 * count, $"{fitted} fitted, {refused} refused");
    }
}
