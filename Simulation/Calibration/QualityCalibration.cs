using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Calibration;

/// <summary>Turns measurements of image quality into the curves that providers of generation are made of.</summary>
/// <param name="Fits">A fit a model, in the order of the file.</param>
/// <param name="CategoryFactors">ρ_p: how much more or less a category gains than the curve says; empty without categories.</param>
/// <param name="Weights">The weights that were used.</param>
public sealed record QualityCalibration(IReadOnlyList<QualityFit> Fits, IReadOnlyList<KeyValuePair<string, double>> CategoryFactors, QualityWeights Weights)
{
    /// <summary>Fits all models.</summary>
    /// <param name="measured">The measurements.</param>
    /// <param name="file">Name of their file, for messages.</param>
    /// <param name="parameters">3, or 4 with a floor.</param>
    /// <param name="weights">How the two measures become one benefit.</param>
    /// <exception cref="ScenarioException">Too few points, nothing that varies, or no sigmoid; the message names the model.</exception>
    public static QualityCalibration Fit(IReadOnlyList<QualityMeasurement> measured, string file, int parameters = 3, QualityWeights? weights = null)
    {
        weights ??= new();
        if (measured.Count == 0)
            throw Problem(file, "", "the file has no measurements");
        var (brisque, clip) = (new MeasureRange(measured.Select(m => m.Brisque)), new MeasureRange(measured.Select(m => m.Clip)));
        if (weights.Brisque > 0 && brisque.IsPoint)
            throw Problem(file, "brisque", $"all values are {brisque.Least}: nothing can be fitted to that");
        if (weights.Clip > 0 && clip.IsPoint)
            throw Problem(file, "clip", $"all values are {clip.Least}: nothing can be fitted to that");
        double Benefit(QualityMeasurement m) => (weights.Brisque * (1 - brisque.Share(m.Brisque)) + weights.Clip * clip.Share(m.Clip)) / (weights.Brisque + weights.Clip);

        var fits = measured.GroupBy(m => m.Model)
            .Select(model => SigmoidFit.Of(model.Key, [.. model.Select(m => (m.Steps, m.Category, Benefit(m)))], parameters, message => Problem(file, model.Key, message)))
            .ToList();
        return new(fits, Factors(fits), weights);
    }

    // Least squares through the origin: the factor that brings the curves nearest to the points of a category.
    private static List<KeyValuePair<string, double>> Factors(List<QualityFit> fits) =>
    [
        .. fits.SelectMany(f => f.Points).Where(p => p.Category.Length > 0).GroupBy(p => p.Category)
            .Select(g => new KeyValuePair<string, double>(g.Key, g.Sum(p => p.Benefit * p.Fitted) / g.Sum(p => p.Fitted * p.Fitted)))
            .OrderBy(f => f.Key),
    ];

    private static ScenarioException Problem(string file, string field, string message) => new(new ScenarioProblem(file, 1, 0, field, message));
}
