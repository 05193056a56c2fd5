using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Reports;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Core.Tests.Reports;

/// <summary>Small studies to report on.</summary>
internal static class ReportStudies
{
    public static readonly string[] Some = ["dp", "least-loaded", "fluid"];

    public static readonly ReportOptions Options = new() { ProductVersion = "1.2.3", CommandLine = "controlplane compare small" };

    /// <summary>Three policies, three seeds, about 800 jobs a run.</summary>
    public static StudyResult Small { get; } = Run(TestFleets.Small(), Some, [1, 2, 3]);

    /// <summary>One policy, one seed.</summary>
    public static StudyResult Single { get; } = Run(TestFleets.Small(), ["least-energy"], [5]);

    /// <summary>Jobs come twice as fast as one of the two sites can serve half of them: blind routing piles up a queue, the fluid policy does not.</summary>
    public static StudyResult Overloaded { get; } = Run(
        new Scenario
        {
            Name = "overloaded",
            Fleet = TestFleets.Model(TestFleets.Site("wide", 40), TestFleets.Site("narrow", 2)),
            HorizonS = 40_000,
            SampleEveryS = 500,
            Workloads = [.. Enumerable.Repeat(new Simulation.Workloads.IngressWorkload(new(0.01), new Simulation.Workloads.LogNormalSize(400, 0.6)), 2)],
        },
        ["jointnf", "fluid"], [1]);

    public static StudyResult Run(Scenario scenario, string[] policies, long[] seeds, int parallelism = 2, bool frontier = true) =>
        Study.Run(new StudyPlan(scenario, [.. policies.Select(p => new PolicySpec(p))], seeds, parallelism, frontier));

    /// <summary>A study of one policy and eight policies' worth of seeds, cancelled while its second run goes on.</summary>
    public static StudyResult Cancelled()
    {
        using var source = new CancellationTokenSource();
        return Study.Run(
            new StudyPlan(TestFleets.Small(200_000), [new("least-loaded"), new("fluid")], [1, 2], Parallelism: 1, Frontier: true),
            progress => { if (progress.Share > 0.3) source.Cancel(); }, source.Token);
    }
}
