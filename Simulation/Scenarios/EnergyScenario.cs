using ControlPlane.Fleet.Energy;
using ControlPlane.Simulation.Signals;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>The energy side of a scenario: when it plays, how long slots are, who decides on batteries, what each site pays.</summary>
public sealed record EnergyScenario
{
    /// <summary>The moment 0 of the run.</summary>
    public required DateTimeOffset StartUtc { get; init; }

    /// <summary>Length of a slot, seconds, &gt; 0.</summary>
    public required double SlotS { get; init; }

    /// <summary>The dispatcher, one of <see cref="Policies.Dispatch.DispatchCatalog.Names"/>.</summary>
    public required string Dispatch { get; init; }

    /// <summary>What dispatchers know of the next day.</summary>
    public required EnergyForecast Forecast { get; init; }

    /// <summary>Prices, emissions and weather, by site index; null where a site has no energy side.</summary>
    public required IReadOnlyList<SiteSignals?> Signals { get; init; }

    /// <summary>Whether it is known of every site what energy costs.</summary>
    public bool IsComplete => Signals.All(s => s is not null);

    /// <summary>What the world offers a site in a slot.</summary>
    /// <param name="site">Site index, of a site with an energy side.</param>
    /// <param name="slot">The slot, from 0.</param>
    /// <param name="horizonS">Where the run ends, seconds: the last slot is cut short there.</param>
    /// <exception cref="ArgumentOutOfRangeException">A signal does not reach so far.</exception>
    public SiteConditions At(int site, int slot, double horizonS = double.PositiveInfinity) =>
        Signals[site]!.At(StartUtc.AddSeconds(slot * SlotS), TimeSpan.FromSeconds(Math.Min(SlotS, horizonS - slot * SlotS)));

    /// <summary>Says which signal does not reach over a run.</summary>
    /// <param name="horizonS">Length of the run, seconds.</param>
    /// <returns>Null when all do.</returns>
    public string? Complain(double horizonS)
    {
        var endUtc = StartUtc.AddSeconds(horizonS);
        var series = Signals.OfType<SiteSignals>().SelectMany(s => new[] { s.Price, s.Carbon, s.Irradiance, s.Wind, s.Temperature }).OfType<SignalSeries>();
        return series.FirstOrDefault(s => !s.IsRepeating && (s.StartUtc > StartUtc || s.EndUtc < endUtc)) is { } missing
            ? $"the run is from {StartUtc:yyyy-MM-dd HH:mm} to {endUtc:yyyy-MM-dd HH:mm} UTC, and the signal {missing.Name} is known from {missing.StartUtc:yyyy-MM-dd HH:mm} to {missing.EndUtc:yyyy-MM-dd HH:mm}"
            : null;
    }
}
