using System.Globalization;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>
/// What a fleet is, line by line. A node keeps it with its founding: its journal means something only with the fleet that it was written with, of which the names, the
/// numbers of GPUs and the models all count.
/// </summary>
internal static class FleetMark
{
    /// <summary>The lines of a fleet.</summary>
    public static string[] Of(FleetModel model) =>
    [
        .. model.Sites.Select((site, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"site {i}: '{site.Name}' with {site.GpuCount} {site.Gpu.Name} ({site.Gpu.IdleW} {site.Gpu.PeakW} {site.Gpu.SleepW} W), at most {site.MaxGpusPerJob} a job, clocks {Joined(site.Clocks)}, "
            + $"power {site.Power.Alpha} {site.Power.Beta} {site.Power.Gamma}, latency {site.Latency.Alpha} {site.Latency.Beta} {site.Latency.Gamma}, "
            + $"queue {site.QueueLimit}, checkpoints {site.CheckpointIntervalS}")),
        .. model.Sites.Select((site, i) => site.Energy is { } energy ? $"energy of site {i}: {Of(energy)}" : null).OfType<string>(),
        .. model.Ingresses.Select((ingress, i) => $"ingress {i}: '{ingress}'"),
        .. model.Generation is { } generation ? Of(generation) : [],
    ];

    /// <summary>Refuses another fleet than the one that was kept.</summary>
    /// <exception cref="InvalidDataException">The first line that differs.</exception>
    public static void Require(IReadOnlyList<string> kept, FleetModel model)
    {
        var present = Of(model);
        for (var line = 0; line < Math.Max(kept.Count, present.Length); line++)
        {
            var (one, other) = (kept.ElementAtOrDefault(line), present.ElementAtOrDefault(line));
            if (one != other)
                throw new InvalidDataException($"it is the data of another fleet: {Difference(one, other)}; a node keeps the fleet that it was founded with");
        }
    }

    // Of two long lines only what is not the same.
    private static string Difference(string? kept, string? present)
    {
        if (kept is null || present is null)
            return kept is null ? $"there is no {Head(present!)} there" : $"there is also {Head(kept)} there";
        var (there, here) = (Parts(kept), Parts(present));
        var first = Enumerable.Range(0, Math.Min(there.Length, here.Length)).FirstOrDefault(i => there[i] != here[i], Math.Min(there.Length, here.Length) - 1);
        return $"{Head(kept)} has {there[first]} there and {here[first]} here";
    }

    private static string Head(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];

    private static string[] Parts(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..].Split(", ");

    private static IEnumerable<string> Of(GenerationFleet fleet) =>
    [
        .. fleet.Providers.Select((provider, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"provider {i}: '{provider.Name}' with {provider.Gpus} GPUs, {provider.Queue}, waits {provider.MaxWaitS}, {provider.Model}, {provider.Gpu.IdleW} {provider.Gpu.HostW} W, "
            + $"clocks {Joined(provider.Gpu.Clocks)}, {Of(provider.Energy)}")),
        string.Create(
            CultureInfo.InvariantCulture,
            $"generation: slots of {fleet.SlotS} s, steps {string.Join(' ', fleet.Steps)}, deadlines {string.Join(' ', fleet.Deadlines.Select(d => $"'{d.Name}' {d.WithinS}"))}, {fleet.Terms}"),
        .. fleet.Links.Select((row, i) => string.Create(CultureInfo.InvariantCulture, $"transfer from provider {i}: {string.Join(' ', row)}")),
    ];

    private static string Of(SiteEnergySpec energy) => string.Create(
        CultureInfo.InvariantCulture,
        $"grid {energy.Grid.ImportKw} {energy.Grid.ExportKw} kW, losses {energy.FixedLossShare}, {Of(energy.Battery, energy.InitialSoc)}, {Of(energy.Generator)}, {Of(energy.Pv)}, {Of(energy.Wind)}, "
        + $"{Of(energy.Cooling)}");

    private static string Of(BatterySpec? battery, double initialSoc) => battery is null ? "no battery" : string.Create(
        CultureInfo.InvariantCulture,
        $"battery {battery.CapacityKwh} kWh {battery.MaxChargeKw} {battery.MaxDischargeKw} kW, efficiency {battery.ChargeEfficiency} {battery.DischargeEfficiency}, "
        + $"charge {battery.MinSoc} {initialSoc} {battery.MaxSoc}, loss {battery.SelfDischargePerH}, wear {battery.WearUsdPerKwh}");

    private static string Of(GeneratorSpec? generator) => generator is null ? "no generator" : string.Create(
        CultureInfo.InvariantCulture,
        $"generator {generator.MinKw} {generator.MaxKw} kW, ramp {generator.RampKwPerH}, costs {generator.RunningUsdPerH} {generator.FuelUsdPerKwh} {generator.FuelUsdPerKw2H}, carbon {generator.CarbonKgPerKwh}");

    private static string Of(PvArray? pv) => pv is null ? "no sun" : string.Create(CultureInfo.InvariantCulture, $"sun {pv.NominalKw} kW");

    private static string Of(WindTurbine? wind) => wind is null
        ? "no wind"
        : string.Create(CultureInfo.InvariantCulture, $"wind {wind.NominalKw} kW, {wind.CutInMPerS} {wind.RatedMPerS} {wind.CutOutMPerS} m/s");

    private static string Of(CoolingModel? cooling) => cooling is null
        ? "no cooling"
        : string.Create(CultureInfo.InvariantCulture, $"cooling {cooling.BaseCop} {cooling.SlopePerC} {cooling.NominalC} {cooling.LeastCop} {cooling.MostCop}");

    private static string Joined(IEnumerable<double> values) => string.Join(' ', values.Select(v => v.ToString(CultureInfo.InvariantCulture)));
}
