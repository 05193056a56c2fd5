using ControlPlane.Client.Explaining;
using ControlPlane.Client.Output;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Host.Tests.Commands;

/// <summary>What <c>why</c> shows of a job whose policy needed the shield.</summary>
public sealed class ShieldStoryTests
{
    private const int JobNumber = 5;

    [Fact]
    public void Why_lists_the_interventions_and_marks_the_replaced_decision()
    {
        var story = Story();
        Assert.Equal("there is no site 99, only 0 to 7", Assert.Single(story.Decisions).Intervention?.Refusal.Detail);
        Assert.Equal(2, StoryTables.Interventions(story).Rows.Count);
        Assert.Contains(StoryTables.Options(story, story.Decisions[0], 1, all: false).Notes, n => n.StartsWith("Replaced by the shield: infeasible site", StringComparison.Ordinal));
        var json = StoryJson.Of(story);
        Assert.Equal(["infeasible_site", "threw"], json["interventions"]!.AsArray().Select(i => i!["reason"]!.GetValue<string>()));
        Assert.Equal(1, json["interventions"]![1]!["instead"]!["gpus"]!.GetValue<int>());
        Assert.NotEmpty(JsonText.Of(json));
    }

    private static JobStory Story()
    {
        var scenario = PaperFleet.Week(RandomMode.Independent) with { HorizonS = 86_400 };
        var id = new JobId(JobNumber);
        using var tracer = new JobTracer(id, CancellationToken.None);
        var host = new DirectHost((_, _) => new Rogue());
        Simulator.Run(scenario, new PolicySpec("rogue"), 1, new RunOptions { Host = host, Sink = tracer, Observer = tracer }, tracer.End);
        return new JobStory(scenario, new PolicySpec("rogue"), 1, id, tracer.Events, tracer.Decisions, tracer.Interventions);
    }

    private sealed class Rogue : IPlacementPolicy
    {
        public Placement Place(in Job job, FleetView view) => new(99, default);

        public Allocation Allocate(in WorkItem item, in SiteStatus site) => throw new InvalidOperationException("no");

        public Explanation Explain(in Job job, FleetView view) => new("Nonsense.", "none", [], []);
    }
}
