using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Silo.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Silo.Orleans.Plane;

/// <summary>Opens a region with agents at its sites, as the embedded node founds itself: one that is open keeps its policy.</summary>
/// <param name="name">Name of the region.</param>
/// <param name="grains">Reaches its grains.</param>
/// <param name="time">The clock.</param>
internal sealed class RegionFounder(string name, IGrainFactory grains, TimeProvider time)
{
    private const long Seed = 1;
    private const int Attempts = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastMargin = TimeSpan.FromSeconds(10);

    private ICoordinatorGrain Coordinator => grains.GetGrain<ICoordinatorGrain>(name);

    /// <summary>Opens the region, or finds it open with the same fleet.</summary>
    /// <param name="founding">With what.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InputException">The policy cannot serve, or the region is open with another fleet.</exception>
    public async Task Found(Founding founding, CancellationToken cancellation)
    {
        var setup = Setup(founding);
        await Insist(() => Configure(setup), cancellation);
        // What nobody has called yet would not come back by itself.
        await Insist(() => Task.WhenAll(setup.Fleet.Sites.Select(s => grains.GetGrain<IDataCenterGrain>(GrainKeys.Site(name, s.Name)).Wake())), cancellation);
        await Insist(() => Task.WhenAll(setup.Fleet.Sites.Where(s => s.Energy is not null).Select(s => grains.GetGrain<ISiteGrain>(GrainKeys.Energy(name, s.Name)).Wake())), cancellation);
        await Insist(() => Task.WhenAll(setup.Fleet.Ingresses.Select(i => grains.GetGrain<IIngressGrain>(GrainKeys.Ingress(name, i)).Wake())), cancellation);
    }

    private static RegionSetup Setup(Founding founding)
    {
        var scenario = founding.ReadScenario();
        var load = OfferedLoad.Of(scenario);
        var margin = founding.AgentLease > LeastMargin ? founding.AgentLease : LeastMargin;
        return new RegionSetup(
            scenario.Fleet.ToWire(),
            founding.Policy.ToWire(),
            Seed,
            load.MeanSizeUnits,
            load.UnitsPerS,
            LeaseMarginS: margin.TotalSeconds,
            AgentLeaseS: founding.AgentLease.TotalSeconds);
    }

    private async Task Configure(RegionSetup setup)
    {
        try
        {
            await Coordinator.Configure(setup);
        }
        catch (ArgumentException wrong)
        {
            throw new InputException(wrong.Message);
        }
        catch (InvalidOperationException)
        {
            // Open already, with other terms. Those stay; but a fleet that is another one was named by mistake.
            var open = (await Coordinator.Current(0, withFleet: true))!.Fleet!;
            if (!open.Sites.Select(s => s.Name).SequenceEqual(setup.Fleet.Sites.Select(s => s.Name)) || !open.Ingresses.SequenceEqual(setup.Fleet.Ingresses))
                throw new InputException($"--fleet: the region '{name}' is open with another fleet, of {string.Join(", ", open.Sites.Select(s => s.Name))}");
        }
    }

    // Others of the cluster may be joining or dying just now.
    private async Task Insist(Func<Task> call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await call().WaitAsync(cancellation);
                return;
            }
            catch (Exception lost) when (RegionCalls.IsLost(lost) && attempt < Attempts)
            {
                await Task.Delay(Pause, time, cancellation);
            }
        }
    }
}
