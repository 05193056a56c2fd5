using ControlPlane.Simulation.Calibration;
using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Client.Commands.Calibrate;

/// <summary>Measured points and fitted curves.</summary>
internal static class QualityChart
{
    private const int Pieces = 100;

    /// <summary>The chart.</summary>
    /// <param name="calibration">The fits.</param>
    public static Chart Of(QualityCalibration calibration) => new ScatterWithCurve(new ScatterWithCurveData(
        "Benefit against denoising steps",
        string.Join(' ', calibration.Fits.Select(f => $"{f.Model}: amplitude {f.Curve.Amplitude:0.##}, middle at {f.Curve.MidpointSteps:0.#} steps, R² {f.RSquared:0.00}.")),
        new Axis("denoising steps") { FromZero = true },
        new Axis("benefit") { FromZero = true },
        [.. calibration.Fits.SelectMany((fit, slot) => Means(fit).Select((p, i) => new ScatterPoint(i == 0 ? fit.Model : "", slot, p.Steps, p.Benefit)))])
    {
        Curves = [.. calibration.Fits.Select(Curve)],
    });

    // One point a number of steps: a file may have thousands of images.
    private static IEnumerable<(double Steps, double Benefit)> Means(QualityFit fit) =>
        fit.Points.GroupBy(p => p.Steps).OrderBy(g => g.Key).Select(g => ((double)g.Key, g.Average(p => p.Benefit)));

    private static ScatterCurve Curve(QualityFit fit)
    {
        var (least, most) = (fit.Points.Min(p => p.Steps), fit.Points.Max(p => p.Steps));
        double[] steps = [.. Enumerable.Range(0, Pieces + 1).Select(i => least + (double)i * (most - least) / Pieces)];
        return new ScatterCurve(fit.Model, steps, [.. steps.Select(fit.Curve.At)]);
    }
}
