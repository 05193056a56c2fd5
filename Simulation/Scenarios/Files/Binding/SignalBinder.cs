using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Signals;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes signals: one value for ever, the same day again and again, a file, or made from a seed.</summary>
/// <param name="startUtc">The moment 0 of the run.</param>
/// <param name="horizonS">How long the run is, seconds.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class SignalBinder(DateTimeOffset startUtc, double horizonS, Problems problems)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Makes the signals of a site.</summary>
    /// <param name="energy">Its energy side.</param>
    /// <returns>Null when something is wrong.</returns>
    public SiteSignals? Bind(Section energy)
    {
        var price = Bind(energy.Get(EnergyFields.Price), "price", SignalQuantity.PriceUsdPerKwh);
        var carbon = Bind(energy.Get(EnergyFields.Carbon), "carbon", SignalQuantity.CarbonKgPerKwh);
        var irradiance = Find(energy, EnergyFields.Irradiance, SignalQuantity.IrradianceWPerM2);
        var wind = Find(energy, EnergyFields.WindSpeed, SignalQuantity.WindMPerS);
        var temperature = Find(energy, EnergyFields.Temperature, SignalQuantity.TemperatureC);
        return price is null || carbon is null ? null : new SiteSignals
        {
            Price = price,
            SellShare = energy.Get(EnergyFields.SellShare),
            Carbon = carbon,
            Irradiance = irradiance,
            Wind = wind,
            Temperature = temperature,
        };
    }

    private SignalSeries? Find(Section energy, Field<SignalEntry> field, SignalQuantity quantity) =>
        energy.Find(field) is { } entry ? Bind(entry, field.Name, quantity) : null;

    private SignalSeries? Bind(SignalEntry entry, string name, SignalQuantity quantity)
    {
        if (entry.Constant is { } constant)
            return Hourly(name, quantity, "constant", _ => constant);
        if (entry.Source!.Word == SignalFields.Daily)
            return Hourly(name, quantity, "daily", hour => entry.Hours[hour]);
        problems.Add(entry.Node, $"the source '{entry.Source.Word}' cannot be read");
        return null;
    }

    // A day more than the run: dispatchers that know the future look a day ahead.
    private SignalSeries Hourly(string name, SignalQuantity quantity, string layout, Func<int, double> value)
    {
        var first = new DateTimeOffset(startUtc.Year, startUtc.Month, startUtc.Day, startUtc.Hour, 0, 0, TimeSpan.Zero);
        var hours = (int)Math.Ceiling(((startUtc - first).TotalSeconds + horizonS) / Hour.TotalSeconds) + 24;
        double[] values = [.. Enumerable.Range(0, hours).Select(i => value(first.AddHours(i).Hour))];
        return new SignalSeries(name, quantity, first, Hour, values, new SignalSource("", "", layout, "", hours, first, first + Hour * (hours - 1), "", 0));
    }
}
