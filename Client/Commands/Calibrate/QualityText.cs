using System.Text;
using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Calibration;

namespace ControlPlane.Client.Commands.Calibrate;

/// <summary>Fitted curves as tables, JSON and YAML.</summary>
internal static class QualityText
{
    /// <summary>For people and programs.</summary>
    /// <param name="calibration">The fits.</param>
    public static Document Document(QualityCalibration calibration) => new()
    {
        Tables = calibration.CategoryFactors.Count > 0 ? [Curves(calibration), Factors(calibration), Points(calibration)] : [Curves(calibration), Points(calibration)],
        Csv = () => Curves(calibration),
        Json = () => new JsonObject
        {
            ["kind"] = "quality-calibration",
            ["version"] = 1,
            ["brisque_weight"] = calibration.Weights.Brisque,
            ["clip_weight"] = calibration.Weights.Clip,
            ["curves"] = JsonText.Rows(Curves(calibration)),
            ["category_factors"] = JsonText.Rows(Factors(calibration)),
            ["points"] = JsonText.Rows(Points(calibration)),
        },
    };

    /// <summary>For a scenario.</summary>
    /// <param name="calibration">The fits.</param>
    /// <param name="file">Name of the file of measurements.</param>
    public static string Yaml(QualityCalibration calibration, string file)
    {
        var text = new StringBuilder($"# fitted to {file}: BRISQUE weighs {calibration.Weights.Brisque:0.##}, CLIP {calibration.Weights.Clip:0.##}\nquality:\n");
        foreach (var fit in calibration.Fits)
        {
            text.Append($"  {Key(fit.Model)}: {{ amplitude: {fit.Curve.Amplitude:0.####}, steepness: {fit.Curve.SteepnessPerStep:0.####}, midpoint: {fit.Curve.MidpointSteps:0.###}, floor: {fit.Curve.Floor:0.####} }}")
                .Append($" # R² {fit.RSquared:0.000}\n");
        }

        if (calibration.CategoryFactors.Count > 0)
            text.Append("categories:\n").AppendJoin("", calibration.CategoryFactors.Select(f => $"  {Key(f.Key)}: {f.Value:0.###}\n"));
        return text.ToString();
    }

    private static Table Curves(QualityCalibration calibration)
    {
        var table = new Table("Curves", [
            Column.Words("model", "model"), new("amplitude", "A"), new("amplitude_error", "±"), new("steepness_per_step", "κ", "1/step"), new("steepness_error", "±"),
            new("midpoint_steps", "c⁰", "steps"), new("midpoint_error", "±"), new("floor", "g⁰"), new("floor_error", "±"), new("r_squared", "R²"), new("points", "points")])
        {
            Notes = ["± is one standard error."],
        };
        foreach (var fit in calibration.Fits)
        {
            double Error(int index) => index < fit.StandardErrors.Count ? fit.StandardErrors[index] : double.NaN;
            table.Add(
                Cell.Of(fit.Model), Cell.Of(fit.Curve.Amplitude, 4), Cell.Of(Error(0), 4), Cell.Of(fit.Curve.SteepnessPerStep, 4), Cell.Of(Error(1), 4),
                Cell.Of(fit.Curve.MidpointSteps, 3), Cell.Of(Error(2), 3), Cell.Of(fit.Curve.Floor, 4), Cell.Of(Error(3), 4), Cell.Of(fit.RSquared, 4), Cell.Of(fit.Points.Count));
        }

        return table;
    }

    private static Table Factors(QualityCalibration calibration)
    {
        var table = new Table("Categories", [Column.Words("category", "category"), new("factor", "ρ")]);
        foreach (var (category, factor) in calibration.CategoryFactors)
            table.Add(Cell.Of(category), Cell.Of(factor, 3));
        return table;
    }

    private static Table Points(QualityCalibration calibration)
    {
        var table = new Table("Points", [
            Column.Words("model", "model"), new("steps", "steps"), Column.Words("category", "category"), new("benefit", "measured"), new("fitted", "fitted"), new("residual", "residual")]);
        foreach (var (model, point) in calibration.Fits.SelectMany(f => f.Points.OrderBy(p => p.Steps).Select(p => (f.Model, p))))
            table.Add(Cell.Of(model), Cell.Of(point.Steps), Cell.Of(point.Category), Cell.Of(point.Benefit, 4), Cell.Of(point.Fitted, 4), Cell.Of(point.Residual, 4));
        return table;
    }

    // Names of models have dots and blanks: quoted they are YAML whatever they hold.
    private static string Key(string name) => $"\"{string.Concat(name.Where(c => !char.IsControl(c))).Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
