using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Signals;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes signals: one value for ever, the same day again and again, a file, or made from a seed.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class SignalBinder(Problems problems)
{
    private const int HoursPerDay = 24;
    private const int HoursPerYear = 365 * HoursPerDay;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset TypicalYear = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

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

    // A year that repeats: a run may be made longer than its scenario says.
    private static SignalSeries Hourly(string name, SignalQuantity quantity, string layout, Func<int, double> value)
    {
        double[] values = [.. Enumerable.Range(0, HoursPerYear).Select(i => value(i % HoursPerDay))];
        var source = new SignalSource("", "", layout, "", HoursPerYear, TypicalYear, TypicalYear + Hour * (HoursPerYear - 1), "", 0);
        return new SignalSeries(name, quantity, TypicalYear, Hour, values, source).Repeating();
    }
}
