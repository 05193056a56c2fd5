using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>
/// The two sides of the job protocol, which live grains and nodes carry, do what the simulator's entities do: where no message is late, the event log is the same,
/// and their journals give the same state again.
/// </summary>
public sealed class ProtocolParityTests
{
    public static TheoryData<string> Policies => new(PolicyCatalog.All.Where(p => p.IsServedByWorkers).Select(p => p.Name));

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_day_of_the_paper_fleet_through_homes_and_desks_gives_the_simulators_event_log(string policy)
    {
        var scenario = PaperFleet.Independent with { HorizonS = TestScale.Pick(6, 24) * 3600 };
        var host = new ProtocolHost();
        var direct = Simulator.Run(scenario, PolicyModels.Load(new PolicySpec(policy)), 123);
        var protocol = Simulator.Run(scenario, PolicyModels.Load(new PolicySpec(policy)), 123, new RunOptions { Host = host });
        Assert.True(direct.Jobs.Completed > 2_000);
        Assert.Equal(direct.EventLogHash, protocol.EventLogHash);
        Assert.All(Assert.Single(host.Fleets).Replays(), r => Assert.Equal(r.Present, r.Replayed));
    }
}
