using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Loading;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;
using ControlPlane.Simulation.Signals;
using ControlPlane.Simulation.Signals.Files;
using ControlPlane.Simulation.Signals.Synthetic;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes signals: one value for ever, the same day again and again, a file, or made from a seed.</summary>
/// <param name="start">The moment 0 of the run, UTC.</param>
/// <param name="horizonS">How long the run is, seconds.</param>
/// <param name="files">Opens files of signals.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class SignalBinder(DateTimeOffset start, double horizonS, ScenarioFiles files, Problems problems)
{
    private static readonly string[] Endings = [".csv", ".csv.gz", ".epw", ".json"];
    private const double SecondsPerHour = 3600;
    private const int HoursPerDay = 24;
    private const int SpareHours = 62 * HoursPerDay;
    private const int HoursPerYear = 365 * HoursPerDay;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset TypicalYear = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<(string Path, SignalReadOptions Options), SignalFile?> _read = [];

    // A year of a place is made once, with all of its signals.
    private readonly Dictionary<(string Market, long Seed), SyntheticSignals> _made = [];

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
        return entry.Source.Word == SignalFields.File ? OfFile(entry, quantity) : Synthetic(entry, quantity);
    }

    /// <summary>The share of a workload's arrivals in each hour of the day, UTC.</summary>
    /// <param name="name">The file as written.</param>
    /// <returns>24 numbers; empty when something is wrong.</returns>
    public IReadOnlyList<double> HourShares(YamlScalar name)
    {
        if (Open(name, new SignalReadOptions()) is not { } file)
            return [];
        if (file.HourOfDayShare.Count == 0)
            problems.Add(name, $"the file has no arrivals; it has {string.Join(", ", file.Series.Select(s => $"{s.Name} in {s.Quantity.Unit()}"))}");
        return file.HourOfDayShare;
    }

    private SignalSeries? OfFile(SignalEntry entry, SignalQuantity quantity)
    {
        var source = entry.Source!.Section;
        var name = source.Get(SignalFields.Path);
        var options = new SignalReadOptions
        {
            Zone = source.Find(SignalFields.Zone)?.Text,
            UsdPerAud = source.Has(SignalFields.UsdPerAud) ? source.Get(SignalFields.UsdPerAud) : null,
            UtcOffset = source.Has(SignalFields.UtcOffset) ? TimeSpan.FromSeconds(source.Get(SignalFields.UtcOffset)) : null,
        };
        if (Open(name, options) is not { } file)
            return null;
        if (file.Series.FirstOrDefault(s => s.Quantity == quantity) is { } series)
            return series;
        problems.Add(name, $"the file has no signal in {quantity.Unit()}; it has {string.Join(", ", file.Series.Select(s => $"{s.Name} in {s.Quantity.Unit()}"))}");
        return null;
    }

    private SignalFile? Open(YamlScalar name, SignalReadOptions options)
    {
        if (ScenarioFiles.Resolve(files.SignalFolder is { } folder ? folder + '/' : name.File, name.Text, Endings, out var path) is { } complaint)
        {
            problems.Add(name, complaint);
            return null;
        }

        if (!_read.TryGetValue((path, options), out var file))
            _read.Add((path, options), file = Read(name, path, options));
        return file;
    }

    private SignalFile? Read(YamlScalar name, string path, SignalReadOptions options)
    {
        using var stream = files.Open(path, out var problem);
        if (stream is null)
        {
            problems.Add(name, problem!);
            return null;
        }

        try
        {
            return SignalReader.Read(stream, path, options);
        }
        catch (ScenarioException e)
        {
            foreach (var inFile in e.Problems)
                problems.Add(inFile);
            return null;
        }
    }

    private SignalSeries? Synthetic(SignalEntry entry, SignalQuantity quantity)
    {
        var source = entry.Source!.Section;
        var market = source.Find(SignalFields.Market)?.Text ?? SignalFields.Market.DefaultText;
        if (SyntheticPlace.All.FirstOrDefault(p => p.Name == market) is not { } place)
        {
            problems.Add(source.At(SignalFields.Market), $"there is no market '{market}'; {Suggestion.For(market, [.. SyntheticPlace.All.Select(p => p.Name)], "markets")}");
            return null;
        }

        // From the day before, which dispatchers know, and as long again and two months more: a run may be made longer than its scenario says.
        var seed = source.Get(SignalFields.Seed);
        if (!_made.TryGetValue((place.Name, seed), out var made))
            _made.Add((place.Name, seed), made = new SyntheticSignals(place, seed));
        var first = new DateTimeOffset(start.Year, start.Month, start.Day, 0, 0, 0, TimeSpan.Zero).AddDays(-1);
        var hours = 2 * (int)Math.Ceiling(horizonS / SecondsPerHour) + SpareHours;
        return quantity switch
        {
            SignalQuantity.PriceUsdPerKwh => made.Price(first, hours),
            SignalQuantity.CarbonKgPerKwh => made.Carbon(first, hours),
            SignalQuantity.IrradianceWPerM2 => made.Irradiance(first, hours),
            SignalQuantity.WindMPerS => made.Wind(first, hours),
            _ => made.Temperature(first, hours),
        };
    }

    // A year that repeats: a run may be made longer than its scenario says.
    private static SignalSeries Hourly(string name, SignalQuantity quantity, string layout, Func<int, double> value)
    {
        double[] values = [.. Enumerable.Range(0, HoursPerYear).Select(i => value(i % HoursPerDay))];
        var source = new SignalSource("", "", layout, "", HoursPerYear, TypicalYear, TypicalYear + Hour * (HoursPerYear - 1), "", 0);
        return new SignalSeries(name, quantity, TypicalYear, Hour, values, source).Repeating();
    }
}
