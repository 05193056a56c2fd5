using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>Forecasts of an instance's series as they would be made in a slot: the present is known, and every series of every forecast has an error of its own.</summary>
internal sealed class Forecaster(JointInstance truth, ForecastSettings settings)
{
    /// <summary>A site's series from a slot on, as seen from it.</summary>
    public JointSite Site(int site, int from, int slots)
    {
        var actual = truth.Sites[site];
        var price = Errors($"price/{site}", from, slots, settings.PriceError);
        return actual with
        {
            Gpus = Window(actual.Gpus, from, slots),
            Pue = Window(actual.Pue, from, slots),
            GridTPerMwh = Window(actual.GridTPerMwh, from, slots),
            RenewableMw = Window(actual.RenewableMw, from, slots, Errors($"renewable/{site}", from, slots, settings.RenewableError)),
            ImportUsdPerMwh = Window(actual.ImportUsdPerMwh, from, slots, price),
            ExportUsdPerMwh = Window(actual.ExportUsdPerMwh, from, slots, price),
        };
    }

    /// <summary>A class's demand from a slot on, as seen from it.</summary>
    public InferenceClass Class(int k, int from, int slots) =>
        truth.Classes[k] with { DemandGpus = Window(truth.Classes[k].DemandGpus, from, slots, Errors($"demand/{k}", from, slots, settings.DemandError)) };

    private static double[] Window(IReadOnlyList<double> series, int from, int slots) => [.. series.Skip(from).Take(slots)];

    private static double[] Window(IReadOnlyList<double> series, int from, int slots, double[] errors) => [.. Window(series, from, slots).Select((value, i) => value * (1 + errors[i]))];

    private double[] Errors(string what, int from, int slots, double anHourAhead)
    {
        var errors = new double[slots];
        if (anHourAhead == 0)
            return errors;
        var random = new RandomStream(settings.Seed, $"forecast/{from}/{what}");
        for (var lead = 1; lead < slots; lead++)
            errors[lead] = Math.Clamp(errors[lead - 1] + random.NextNormal(0, anHourAhead * Math.Sqrt(truth.SlotHours)), -settings.MostError, settings.MostError);
        return errors;
    }
}
