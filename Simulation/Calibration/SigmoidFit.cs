using ControlPlane.Fleet.Generation;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace ControlPlane.Simulation.Calibration;

/// <summary>Fits A / (1 + e^(−κ·(c − c⁰))) (+ g⁰) by Levenberg and Marquardt, from several starts: the best end counts.</summary>
internal static class SigmoidFit
{
    private const double UsefulRSquared = 0.8;

    // Below it the best curve is as good as a flat line.
    private const double LeastRSquared = 0.2;
    private const string NoFit = "no sigmoid that rises fits the points; look at them: does quality fall with steps, or are models mixed?";
    private static readonly double[] Steepnesses = [0.05, 0.15, 0.3, 0.6];

    /// <summary>Fits a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="points">Steps, category, benefit.</param>
    /// <param name="parameters">3, or 4 with a floor.</param>
    /// <param name="problem">Makes the exception for what cannot be fitted.</param>
    public static QualityFit Of(string model, IReadOnlyList<(int Steps, string Category, double Benefit)> points, int parameters, Func<string, Exception> problem)
    {
        var steps = points.Select(p => p.Steps).Distinct().Count();
        if (steps <= parameters)
            throw problem($"{steps} different numbers of steps; a fit with {parameters} parameters needs at least {parameters + 1}");
        if (points.Max(p => p.Benefit) - points.Min(p => p.Benefit) < 1e-6)
            throw problem("the benefit is the same at all numbers of steps: there is no sigmoid to fit");
        var x = Vector<double>.Build.Dense([.. points.Select(p => (double)p.Steps)]);
        var y = Vector<double>.Build.Dense([.. points.Select(p => p.Benefit)]);
        var best = Best(x, y, parameters);
        // The best floor below 0 is the floor 0: the other three are fitted again.
        var isFloorless = best is not null && Curve(best.MinimizingPoint).Floor < 0;
        if (isFloorless)
            best = Best(x, y, parameters - 1);
        if (best is null)
            throw problem(NoFit);
        var curve = Curve(best.MinimizingPoint);
        var fitted = points.Select(p => new QualityPoint(p.Steps, p.Category, p.Benefit, curve.At(p.Steps))).ToList();
        var mean = y.Average();
        var rSquared = 1 - fitted.Sum(p => p.Residual * p.Residual) / y.Sum(v => (v - mean) * (v - mean));
        if (!(rSquared >= LeastRSquared))
            throw problem(NoFit);
        double[] errors = [.. best.StandardErrors ?? Vector<double>.Build.Dense(parameters, double.NaN)];
        return new(model, curve, errors, rSquared, fitted, [.. isFloorless ? ["the best floor is below 0; it was taken as 0"] : Array.Empty<string>(), .. Warnings(curve, points.Min(p => p.Steps), points.Max(p => p.Steps), rSquared)]);
    }

    // The end with the least error among those that are sigmoids which rise, whatever their floor.
    private static NonlinearMinimizationResult? Best(Vector<double> x, Vector<double> y, int parameters) =>
        Starts(x, y, parameters).Select(start => Minimise(x, y, start)).OfType<NonlinearMinimizationResult>()
            .Where(r => (Curve(r.MinimizingPoint) with { Floor = 0 }).Complain() is null)
            .MinBy(r => (y - Values(r.MinimizingPoint, x)).L2Norm());

    private static IEnumerable<string> Warnings(QualityCurve curve, int least, int most, double rSquared)
    {
        if (rSquared < UsefulRSquared)
            yield return $"the curve explains {100 * rSquared:0} % of the variance only: measure more images";
        if (curve.MidpointSteps < least)
            yield return $"the middle of the rise, {curve.MidpointSteps:0.#} steps, is below the least steps measured, {least}: measure fewer steps too";
        if (curve.MidpointSteps > most)
            yield return $"the middle of the rise, {curve.MidpointSteps:0.#} steps, is above the most steps measured, {most}: measure more steps too";
    }

    private static IEnumerable<Vector<double>> Starts(Vector<double> x, Vector<double> y, int parameters)
    {
        var floor = parameters == 4 ? Math.Max(0, y.Minimum()) : 0;
        foreach (var steepness in Steepnesses)
        {
            foreach (var share in (double[])[0, 0.25, 0.5])
            {
                var middle = x.Minimum() + share * (x.Maximum() - x.Minimum());
                double[] start = [y.Maximum() - floor, steepness, middle, floor];
                yield return Vector<double>.Build.Dense(start[..parameters]);
            }
        }
    }

    private static NonlinearMinimizationResult? Minimise(Vector<double> x, Vector<double> y, Vector<double> start)
    {
        try
        {
            var result = new LevenbergMarquardtMinimizer().FindMinimum(ObjectiveFunction.NonlinearModel(Values, Derivatives, x, y), start);
            return result.MinimizingPoint.All(double.IsFinite) ? result : null;
        }
        catch (Exception e) when (e is OptimizationException or NumericalBreakdownException or ArgumentException or InvalidOperationException)
        {
            // A start from which there is no way down; others may have one.
            return null;
        }
    }

    private static QualityCurve Curve(Vector<double> p) => new(p[0], p[1], p[2], p.Count == 4 ? p[3] : 0);

    private static Vector<double> Values(Vector<double> p, Vector<double> x) => x.Map(Curve(p).At);

    private static Matrix<double> Derivatives(Vector<double> p, Vector<double> x) => Matrix<double>.Build.Dense(x.Count, p.Count, (row, column) =>
    {
        var rise = 1 / (1 + Math.Exp(-p[1] * (x[row] - p[2])));
        var slope = p[0] * rise * (1 - rise);
        return column switch { 0 => rise, 1 => slope * (x[row] - p[2]), 2 => -slope * p[1], _ => 1 };
    });
}
