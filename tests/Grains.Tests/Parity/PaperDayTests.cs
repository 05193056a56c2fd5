using ControlPlane.Client.Studies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Grains.Tests.Parity;

/// <summary>The paper's fleet gives the same event log and the same figures on grains as called directly, under every policy.</summary>
[Collection(ClusterTests.Name)]
public sealed class PaperDayTests(Clusters clusters)
{
    private const int Day = 24;

    [Fact]
    public void A_day_in_the_published_order_of_draws_is_the_same_on_one_silo() => AssertSame("paper.yaml", silos: 1, hours: TestScale.Pick(3, Day));

    [Fact]
    public void A_day_with_independent_streams_is_the_same_on_three_silos() => AssertSame("paper-independent.yaml", silos: 3, hours: TestScale.Pick(3, Day));

    [Fact]
    public void A_day_in_the_published_order_of_draws_is_the_same_on_three_silos() => AssertSame("paper.yaml", silos: 3, hours: TestScale.Pick(2, Day));

    [Fact]
    public void A_day_with_independent_streams_is_the_same_on_one_silo() => AssertSame("paper-independent.yaml", silos: 1, hours: TestScale.Pick(2, Day));

    // Learning takes minutes a day: a few hundred updates show that grains feed it the same.
    [Fact]
    public void First_hours_of_an_agent_that_learns_are_the_same_on_three_silos() => AssertSame("paper.yaml", silos: 3, hours: 3, [new PolicySpec("chsac-published")]);

    private void AssertSame(string file, int silos, int hours) =>
        AssertSame(file, silos, hours, [.. PolicyCatalog.WithoutRates.Select(p => PolicyModels.Load(new PolicySpec(p.Name)))]);

    private void AssertSame(string file, int silos, int hours, PolicySpec[] policies)
    {
        var scenario = ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", file)) with { HorizonS = hours * 3600 };
        var plan = new StudyPlan(scenario, policies, [123], Environment.ProcessorCount);
        var direct = Study.Run(plan);
        var onGrains = Study.Run(plan with { Host = clusters.Host(silos) });
        // 'planned' with the shipped plan, which plans nothing, decides as 'time-price' does.
        var alike = policies.Count(p => p.Name is "planned" or "time-price") - 1;
        Assert.Equal(policies.Length - Math.Max(0, alike), direct.Policies.Select(p => p.Runs.Single().EventLogHash).Distinct().Count());
        Assert.All(direct.Policies, p => Assert.True(p.Runs[0].Jobs.Completed > 100 * hours, "the run is too quiet to show anything"));
        Assert.Equal(Hashes(direct), Hashes(onGrains));
        Assert.Equal(StudyJson.Of(direct).ToJsonString(), StudyJson.Of(onGrains).ToJsonString());
    }

    private static IEnumerable<string> Hashes(StudyResult study) =>
        study.Policies.SelectMany(p => p.Runs).Select(r => $"{r.Policy} {r.LoopEvents} {r.EventLogHash}");
}
