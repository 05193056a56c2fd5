using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Capping;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Grains.Tests.Parity;

/// <summary>Whatever happens to a fleet, it happens in the same way on grains, and nothing is lost at any event.</summary>
[Collection(ClusterTests.Name)]
public sealed class FaultParityTests(Clusters clusters)
{
    [Fact]
    public void Faults_of_every_kind_give_the_same_log_under_every_policy()
    {
        var seen = new HashSet<FleetEventKind>();
        var scenario = TestFleets.WithPrices(Faulty, slotS: 500, (_, s) => s with { Battery = new BatterySpec(5, 2, 2) }, 0.3, 0.1, 0.2) with { PowerCap = new PowerCap(1_100, CappingMode.Greedy, 100) };
        foreach (var policy in PolicyCatalog.All)
        {
            var direct = Log(scenario, policy.Name, DirectHost.Instance);
            seen.UnionWith(direct.Select(e => e.Kind));
            Assert.Equal(direct, Log(scenario, policy.Name, clusters.Host(3)));
        }

        Assert.Equal(Enum.GetValues<FleetEventKind>().Except([FleetEventKind.Rejected]).Order(), seen.Order());
    }

    [Fact]
    public void Stale_reports_give_the_same_log()
    {
        var scenario = Faulty with { StatusEveryS = 300 };
        var direct = Log(scenario, "least-loaded", DirectHost.Instance);
        Assert.Contains(direct, e => e.Kind == FleetEventKind.Refused);
        Assert.Equal(direct, Log(scenario, "least-loaded", clusters.Host(1)));
    }

    [Fact]
    public void Jobs_that_are_held_with_constraints_and_without_leave_in_the_same_order()
    {
        var lost = Enumerable.Range(0, 3).Select(site => new ScenarioEvent(3_000, ScenarioEventKind.LoseSite, site));
        var back = Enumerable.Range(0, 3).Select(site => new ScenarioEvent(4_000 + 300 * site, ScenarioEventKind.RecoverSite, 2 - site));
        var scenario = Constrained with { Events = [.. lost, .. back] };
        var direct = Log(scenario, "round-robin", DirectHost.Instance);
        Assert.True(direct.Count(e => e.Kind == FleetEventKind.Held) > 20);
        Assert.Equal(direct, Log(scenario, "round-robin", clusters.Host(3)));
    }

    [Fact]
    public void A_job_that_no_site_may_run_is_rejected_in_the_same_way()
    {
        var nowhere = Constrained.Workloads[0] with { Constraint = new SiteSet(3, []) };
        var scenario = Constrained with { Workloads = [nowhere, Constrained.Workloads[1]] };
        var direct = Log(scenario, "dp", DirectHost.Instance);
        Assert.Contains(direct, e => e.Kind == FleetEventKind.Rejected);
        Assert.Equal(direct, Log(scenario, "dp", clusters.Host(1)));
    }

    // Jobs of the second ingress may run at two of the three sites.
    private static Scenario Constrained
    {
        get
        {
            var small = TestFleets.Small(horizonS: 6_000, ratePerS: 0.03);
            return small with { Workloads = [small.Workloads[0], small.Workloads[1] with { Constraint = new SiteSet(3, [0, 2]) }] };
        }
    }

    private static Scenario Faulty => Constrained with
    {
        Workloads = [Constrained.Workloads[0] with { Constraint = new SiteSet(3, [0, 1, 2]) }, Constrained.Workloads[1]],
        GpuFailures = [new GpuFailureProcess(0, 20_000, 500), new GpuFailureProcess(1, 8_000, 500)],
        Events =
        [
            new(600, ScenarioEventKind.SetLoad, Factor: 1.3),
            new(900, ScenarioEventKind.DrainSite, 2),
            new(1_000, ScenarioEventKind.PreemptJobs, 0, 3),
            new(1_200, ScenarioEventKind.LoseSite, 0),
            .. Enumerable.Range(0, 30).Select(k => new ScenarioEvent(1_300 + k, ScenarioEventKind.CancelJob, Count: 10 + 3 * k)),
            new(1_400, ScenarioEventKind.DrainSite, 1),
            new(1_700, ScenarioEventKind.ResumeSite, 2),
            new(1_900, ScenarioEventKind.RecoverSite, 0),
            new(2_000, ScenarioEventKind.ResumeSite, 1),
            new(2_500, ScenarioEventKind.FailGpus, 2, 4),
            new(3_500, ScenarioEventKind.RepairGpus, 2, 5),
        ],
    };

    private static List<FleetEvent> Log(Scenario scenario, string policy, IFleetHost host)
    {
        var log = new ListSink();
        // The audit recounts jobs, GPUs and energy from the entities, wherever they live.
        var result = Simulator.Run(scenario, PolicyModels.Load(new PolicySpec(policy)), 7, new RunOptions { Host = host, Sink = log, Audit = true });
        Assert.True(result.Jobs.Closes);
        return log.Events;
    }
}
