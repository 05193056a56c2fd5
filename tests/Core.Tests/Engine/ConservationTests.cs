using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>R6: jobs, GPUs and energy are conserved at every event, whatever happens to the fleet.</summary>
public sealed class ConservationTests
{
    [Fact]
    public void Nothing_is_lost_under_random_faults_and_any_policy()
    {
        var seeds = TestScale.Pick(300, 1_200);
        Parallel.For(0, seeds, seed =>
        {
            var policies = PolicyCatalog.WithoutRates;
            var result = Simulator.Run(
                WithFaults(TestFleets.Small(), seed), PolicyModels.Load(new PolicySpec(policies[seed % policies.Count].Name)), seed, new RunOptions { Audit = true });
            Assert.True(result.Jobs.Closes);
            Assert.True(result.Jobs.Submitted > 300, "the scenario is too quiet to show anything");
        });
    }

    [Fact]
    public void Faults_of_every_kind_happen_in_that_test()
    {
        var kinds = Enumerable.Range(0, 40).SelectMany(seed => WithFaults(TestFleets.Small(), seed).Events).Select(e => e.Kind).Distinct();
        Assert.Equal(Enum.GetValues<ScenarioEventKind>().Order(), kinds.Order());
    }

    [Fact]
    public void Stale_reports_lose_no_job_either()
    {
        var count = TestScale.Pick(60, 200);
        for (var seed = 0; seed < count; seed++)
        {
            var scenario = WithFaults(TestFleets.Small(), seed) with { StatusEveryS = 300 };
            Simulator.Run(scenario, new PolicySpec("least-loaded"), seed, new RunOptions { Audit = true });
        }
    }

    private static Scenario WithFaults(Scenario scenario, int seed)
    {
        var random = new RandomStream(seed, "faults");
        var events = Enumerable.Range(0, 24).SelectMany(_ => RandomEvent(random, scenario)).OrderBy(e => e.AtS);
        return scenario with
        {
            Events = [.. events],
            GpuFailures = [new GpuFailureProcess(0, 50_000, 2_000), new GpuFailureProcess(1, 20_000, 2_000)],
        };
    }

    private static IEnumerable<ScenarioEvent> RandomEvent(RandomStream random, Scenario scenario)
    {
        var kind = (ScenarioEventKind)random.NextBelow(Enum.GetValues<ScenarioEventKind>().Length);
        var atS = random.NextUniform() * scenario.HorizonS;
        var site = random.NextBelow(scenario.Fleet.SiteCount);
        yield return kind switch
        {
            ScenarioEventKind.CancelJob => new ScenarioEvent(atS, kind, Count: 1 + random.NextBelow(800)),
            ScenarioEventKind.SetLoad => new ScenarioEvent(atS, kind, Factor: 0.5 + random.NextUniform()),
            _ => new ScenarioEvent(atS, kind, site, 1 + random.NextBelow(5)),
        };
        var undo = kind switch
        {
            ScenarioEventKind.LoseSite => ScenarioEventKind.RecoverSite,
            ScenarioEventKind.DrainSite => ScenarioEventKind.ResumeSite,
            ScenarioEventKind.FailGpus => ScenarioEventKind.RepairGpus,
            _ => kind,
        };
        if (undo != kind)
            yield return new ScenarioEvent(Math.Min(scenario.HorizonS, atS + random.NextUniform() * 4_000), undo, site, 5);
    }
}
