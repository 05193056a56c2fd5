using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>The simulator's entities are the two sides of the job protocol: every job is submitted at a home, assigned, delivered twice, settled and reported.</summary>
internal sealed class ProtocolHost : IFleetHost
{
    /// <summary>The fleets that were opened.</summary>
    public List<ProtocolFleet> Fleets { get; } = [];

    public IHostedFleet Open(FleetSetup setup)
    {
        var view = new FleetView(setup.Model);
        var policy = PolicyCatalog.Create(
            setup.Policy,
            new PolicyContext(view, new RandomStream(setup.Seed, "policy"), setup.Shared, setup.MeanSizeUnits, setup.LoadUnitsPerS));
        var fleet = new ProtocolFleet(setup.Model, policy, view);
        lock (Fleets)
            Fleets.Add(fleet);
        return fleet;
    }
}
