using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Silo.Hosting;

/// <summary>A policy that somebody wants to publish, after it was found that it can serve.</summary>
/// <param name="Choice">Name, settings and model.</param>
/// <param name="Model">The bytes of its model; none for policies that take none.</param>
internal sealed record PublishedChoice(PolicyChoice Choice, ReadOnlyMemory<byte> Model)
{
    /// <summary>Refuses a policy that cannot serve a live host. One that takes a model is made once, to see whether the model fits the fleet.</summary>
    /// <param name="choice">The policy.</param>
    /// <param name="model">The bytes of its model; none for policies that take none, and for the model that comes with the product.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="catalog">The policies that there are.</param>
    /// <exception cref="ControlException">It is unknown, a setting is wrong, it needs what a live host does not have, or the model does not fit.</exception>
    public static PublishedChoice Require(PolicyChoice choice, ReadOnlyMemory<byte> model, FleetModel fleet, IReadOnlyList<PolicyDescriptor> catalog)
    {
        try
        {
            var spec = new PolicySpec(choice.Name, choice.Settings) { Model = model.IsEmpty ? null : new PolicyModel(choice.Model?.Name ?? "model", model) };
            PolicyCatalog.CheckLive(spec, catalog);
            if (PolicyCatalog.Find(spec.Name, catalog)!.TakesModel)
                spec = Fitting(spec, fleet, catalog);
            return new PublishedChoice(
                choice with { Model = spec.Model is { } read ? new ModelMark(read.Name, read.Digest, read.Bytes.Length) : null }, spec.Model?.Bytes ?? default);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw new ControlException(ControlProblem.Invalid, error.Message);
        }
    }

    private static PolicySpec Fitting(PolicySpec spec, FleetModel fleet, IReadOnlyList<PolicyDescriptor> catalog)
    {
        // A path that comes over the network would read files of this machine.
        if (spec.Model is null && !PolicyModels.IsShipped(spec))
            throw new ArgumentException($"Policy '{spec.Name}' names the model '{PolicyModels.PathOf(spec)}', and its bytes did not come with it.");
        var whole = PolicyModels.Load(spec, catalog);
        try
        {
            PolicyCatalog.Create(whole, new PolicyContext(new FleetView(fleet), new RandomStream(1, "trial"), Shared: null, MeanSizeUnits: 1, LoadUnitsPerS: 1), catalog);
        }
        catch (Exception error)
        {
            throw new ArgumentException($"Policy '{spec.Name}' cannot decide with the model '{whole.Model!.Name}': {error.Message}", error);
        }

        return whole;
    }
}
