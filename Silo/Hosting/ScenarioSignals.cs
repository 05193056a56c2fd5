using ControlPlane.Fleet.Energy;
using ControlPlane.Policies.Dispatch.Live;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Silo.Hosting;

/// <summary>The prices and the weather of a scenario, for a host that runs: those of the present, or for trying out those of the scenario's time again and again.</summary>
/// <param name="energy">The energy side of the scenario.</param>
/// <param name="repeat">How long the time is that is played again and again, from the scenario's start; null for the present.</param>
internal sealed class ScenarioSignals(EnergyScenario energy, TimeSpan? repeat) : ISiteSignals
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How the sites of a scenario are told what to do.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="isRepeated">Whether its time is played again and again.</param>
    public static DispatchSettings Dispatch(Scenario scenario, bool isRepeated) => Dispatch(scenario.Energy, scenario, isRepeated);

    /// <summary>How the sites of its service providers are told what to do.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="isRepeated">Whether its time is played again and again.</param>
    public static DispatchSettings ProviderDispatch(Scenario scenario, bool isRepeated) => Dispatch(scenario.ProviderEnergy, scenario, isRepeated);

    private static DispatchSettings Dispatch(EnergyScenario? energySide, Scenario scenario, bool isRepeated) => energySide is { } energy
        ? new DispatchSettings { Policy = energy.Dispatch, Signals = new ScenarioSignals(energy, isRepeated ? Whole(TimeSpan.FromSeconds(scenario.HorizonS)) : null) }
        : new DispatchSettings();

    /// <inheritdoc/>
    public SiteConditions? At(int site, DateTimeOffset from, TimeSpan length) => energy.Signals[site]?.At(repeat is { } span ? Replayed(from, length, span) : from, length);

    // Whole days, so that the time of day stays.
    private static TimeSpan Whole(TimeSpan horizon) => horizon < Day ? horizon : Day * Math.Floor(horizon / Day);

    private DateTimeOffset Replayed(DateTimeOffset from, TimeSpan length, TimeSpan span)
    {
        // The time of day of the present, counted from that of the start.
        var ticks = (from - energy.StartUtc).Ticks % span.Ticks;
        var since = TimeSpan.FromTicks(ticks < 0 ? ticks + span.Ticks : ticks);
        // What would reach beyond the end is read just before it.
        return energy.StartUtc + (since + length > span && length <= span ? span - length : since);
    }
}
