using ControlPlane.Fleet.Generation;
using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Loading;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Signals;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes the service providers of a fleet.</summary>
/// <param name="files">Opens files of signals.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FleetProviderBinder(ScenarioFiles files, Problems problems)
{
    private static readonly IReadOnlyList<DeadlineClass> Usual = [new("urgent", 8), new("quick", 15), new("normal", 30), new("relaxed", 60)];

    /// <summary>Makes the providers.</summary>
    /// <param name="root">The scenario.</param>
    /// <returns>The providers, and prices and weather at their sites; nothing when the fleet has none.</returns>
    public (GenerationFleet? Fleet, EnergyScenario? Energy) Bind(Section root)
    {
        if (root.Find(FleetProviderFields.ProvidersOfFleet) is not { } written)
        {
            CheckAlone(root, FleetProviderFields.ProviderDefaults, FleetProviderFields.Models, FleetProviderFields.Transfer, FleetProviderFields.DeadlinesOfFleet, FleetProviderFields.Steps);
            return default;
        }

        var binder = new ProviderBinder(problems);
        var providers = binder.Bind(root, written);
        var (start, slotS) = (root.Get(RootFields.Start), root.Get(RootFields.EnergySlot));
        var signals = new SignalBinder(start, root.Get(RootFields.Horizon), files, problems);
        SiteSignals?[] bound = [.. written.Select(p => signals.Bind(p.Get(ProviderFields.Energy)))];
        var fleet = new GenerationFleet(providers, binder.BindLinks(root), Deadlines(root)) { Steps = StepList.Bind(root, problems), SlotS = slotS };
        var energy = new EnergyScenario
        {
            StartUtc = start,
            SlotS = slotS,
            Dispatch = root.Get(RootFields.Dispatch),
            Forecast = root.Get(RootFields.Forecast),
            Signals = bound,
        };
        return (fleet, energy);
    }

    private IReadOnlyList<DeadlineClass> Deadlines(Section root)
    {
        if (root.Find(FleetProviderFields.DeadlinesOfFleet) is not { } written)
            return Usual;
        if (written.Count == 0)
            problems.Add(root.At(FleetProviderFields.DeadlinesOfFleet), "must have at least one deadline");
        return [.. written.Select(d => new DeadlineClass(d.Key, d.Value))];
    }

    private void CheckAlone(Section root, params Field[] fields)
    {
        foreach (var field in fields.Where(root.Has))
            problems.Add(root.At(field), $"is for service providers, and the fleet has none under {FleetProviderFields.ProvidersOfFleet.Name}");
    }
}
