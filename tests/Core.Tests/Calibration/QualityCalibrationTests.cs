using System.Text;
using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Calibration;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Calibration;

/// <summary>Curves of quality are found again in noisy measurements, and what cannot be fitted is refused.</summary>
public sealed class QualityCalibrationTests
{
    private static readonly int[] Steps = [2, 4, 6, 8, 10, 12, 14, 18, 22, 26, 30, 36, 42];

    [Theory]
    [InlineData(0.9, 0.25, 11, 0, 3)]
    [InlineData(0.9, 0.4, 8, 0, 3)]
    [InlineData(0.7, 0.3, 13, 0.2, 4)]
    public void Known_parameters_come_out_of_noisy_points_within_their_errors(double amplitude, double steepness, double midpoint, double floor, int parameters)
    {
        var truth = new QualityCurve(amplitude, steepness, midpoint, floor);
        var random = new RandomStream(1, $"quality {midpoint}");
        // Images without noise at both ends fix the scale, so that the benefit is the curve itself.
        List<QualityMeasurement> rows = [new("m", 1, 100, 0, ""), new("m", 1000, 0, 1, "")];
        rows.AddRange(Steps.SelectMany(s => Enumerable.Range(0, 5).Select(_ => Row("m", s, truth.At(s) + random.NextNormal(0, 0.01)))));
        rows[0] = rows[0] with { Model = "low" };
        rows[1] = rows[1] with { Model = "low" };
        rows.AddRange(Steps.Select(s => Row("low", s, 0.5 * new QualityCurve(1, 0.2, 10).At(s))));
        var fit = QualityCalibration.Fit(rows, "f.csv", parameters).Fits.Single(f => f.Model == "m");
        double[] found = [fit.Curve.Amplitude, fit.Curve.SteepnessPerStep, fit.Curve.MidpointSteps, fit.Curve.Floor];
        double[] wanted = [amplitude, steepness, midpoint, floor];
        for (var i = 0; i < parameters; i++)
        {
            Assert.InRange(fit.StandardErrors[i], 1e-6, 0.1 * Math.Max(0.1, wanted[i]));
            Assert.InRange(found[i], wanted[i] - 4 * fit.StandardErrors[i], wanted[i] + 4 * fit.StandardErrors[i]);
        }

        Assert.InRange(fit.RSquared, 0.98, 1);
        Assert.InRange(Math.Sqrt(fit.Points.Average(p => p.Residual * p.Residual)), 0.007, 0.013);
        Assert.Empty(fit.Warnings);
    }

    [Fact]
    public void The_worst_image_has_benefit_0_and_the_best_1()
    {
        var rows = Steps.Select(s => new QualityMeasurement("m", s, 60 - s, 20 + s / 10.0)).ToList();
        var points = QualityCalibration.Fit(rows, "f.csv").Fits.Single().Points;
        Assert.Equal((0, 1), (points[0].Benefit, points[^1].Benefit));
        Assert.Equal((14.0 - 2) / 40, points.Single(p => p.Steps == 14).Benefit, 12);
    }

    [Fact]
    public void Only_clip_counts_where_brisque_weighs_nothing()
    {
        var rows = Steps.Select(s => new QualityMeasurement("m", s, 100 + s, 20 + s / 10.0)).ToList();
        Assert.Equal(1, QualityCalibration.Fit(rows, "f.csv", weights: new(0, 1)).Fits.Single().Points[^1].Benefit);
    }

    [Fact]
    public void Categories_have_factors()
    {
        var curve = new QualityCurve(0.8, 0.3, 8);
        var rows = Steps.SelectMany(s => new[] { Row("m", s, 1.1 * curve.At(s)) with { Category = "Arts" }, Row("m", s, 0.9 * curve.At(s)) with { Category = "Abstract" } }).ToList();
        var factors = QualityCalibration.Fit(rows, "f.csv").CategoryFactors;
        Assert.Equal(["Abstract", "Arts"], factors.Select(f => f.Key));
        Assert.True(factors[1].Value / factors[0].Value is > 1.15 and < 1.35);
    }

    [Fact]
    public void A_floor_below_0_is_taken_as_0_and_said()
    {
        var rows = Steps.Select(s => Row("m", s, 1.05 / (1 + Math.Exp(-0.25 * (s - 11))) - 0.05)).ToList();
        var fit = QualityCalibration.Fit(rows, "f.csv", parameters: 4).Fits.Single();
        Assert.Equal((0, 3), (fit.Curve.Floor, fit.StandardErrors.Count));
        Assert.Contains("taken as 0", fit.Warnings[0]);
    }

    [Fact]
    public void Too_few_numbers_of_steps_are_refused() =>
        Assert.Contains("f.csv:1: m: 3 different numbers of steps; a fit with 3 parameters needs at least 4", Refusal([.. Steps[..3].Select(s => Row("m", s, s / 50.0))]));

    [Fact]
    public void Quality_that_does_not_change_is_refused() =>
        Assert.Contains("brisque: all values are 30", Refusal([.. Steps.Select(s => new QualityMeasurement("m", s, 30, s))]));

    [Fact]
    public void Quality_that_falls_with_steps_is_refused() =>
        Assert.Contains("no sigmoid that rises", Refusal([.. Steps.Select(s => Row("m", s, 1 / (1 + Math.Exp(0.3 * (s - 15)))))]));

    [Fact]
    public void A_rise_below_the_steps_that_were_measured_is_warned_of()
    {
        var curve = new QualityCurve(1, 0.2, 3);
        var fit = QualityCalibration.Fit([Row("x", 1, 0), .. Steps[4..].Select(s => Row("m", s, curve.At(s))), .. Steps.Select(s => Row("x", s, s / 42.0))], "f.csv").Fits.Single(f => f.Model == "m");
        Assert.Contains("below the least steps measured", fit.Warnings.Single());
    }

    [Theory]
    [InlineData("model,steps,brisque\nm,1,2\n", "q.csv:1: clip: this column is missing")]
    [InlineData("model,steps,brisque,clip,backbone\nm,1,30,0.3,ViT-H-14\nm,2,29,0.31,ViT-g-14\n", "q.csv:3: backbone: must be 'ViT-H-14' as in the lines before")]
    [InlineData("model,steps,brisque,clip\nm,1,30,0.3\nm,2,29,31\n", "q.csv:3: clip: must be on the scale of the lines before")]
    [InlineData("model,steps,brisque,clip\nm,0,30,0.3\n", "q.csv:2: steps: must be a whole number in [1, 10000], not '0'")]
    [InlineData("model,steps,brisque,clip\nm,1,,0.3\n", "q.csv:2: brisque: must be a number in [-100, 1000], not ''")]
    [InlineData("model,steps,brisque,clip\n,1,30,0.3\n", "q.csv:2: model: must be the name of a model")]
    [InlineData("", "q.csv:1: the file is empty")]
    public void A_table_that_cannot_be_used_names_line_and_field(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ScenarioException>(() => QualityTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "q.csv")).Message);

    private static string Refusal(IReadOnlyList<QualityMeasurement> rows) => Assert.Throws<ScenarioException>(() => QualityCalibration.Fit(rows, "f.csv")).Message;

    // BRISQUE and CLIP that both say this benefit on the scales 100 to 0 and 0 to 1.
    private static QualityMeasurement Row(string model, int steps, double benefit) => new(model, steps, 100 * (1 - benefit), benefit);
}
