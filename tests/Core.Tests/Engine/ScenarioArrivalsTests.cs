using ControlPlane.Fleet.Events;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Core.Tests.Engine;

public sealed class ScenarioArrivalsTests
{
    [Theory]
    [InlineData("paper-independent")]
    [InlineData("paper")]
    [InlineData("trace")]
    public void Arrivals_are_those_that_the_simulator_submits(string name) => RequireEqual(Load(name) with { HorizonS = 43_200 });

    [Fact]
    public void Load_steps_change_the_arrivals_as_in_the_simulator() => RequireEqual(PaperFleet.Independent with
    {
        HorizonS = 20_000,
        Events = [new ScenarioEvent(5_000, ScenarioEventKind.SetLoad, Factor: 3), new ScenarioEvent(15_000, ScenarioEventKind.SetLoad, Factor: 0.1)],
    });

    private static Scenario Load(string name) => ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", name + ".yaml"));

    private static void RequireEqual(Scenario scenario)
    {
        var sink = new SubmissionSink();
        // A policy that draws nothing: in published order all share one stream.
        Simulator.Run(scenario, new PolicySpec("least-loaded"), 7, new RunOptions { Sink = sink });
        Assert.True(sink.Jobs.Count > 100, "the scenario is too quiet to show anything");
        Assert.Equal(sink.Jobs, ScenarioArrivals.Of(scenario, 7));
    }

    private sealed class SubmissionSink : IEventSink
    {
        public List<TraceJob> Jobs { get; } = [];

        public void Record(in FleetEvent entry)
        {
            if (entry.Kind == FleetEventKind.Submitted)
                Jobs.Add(new TraceJob(entry.TimeS, entry.Ingress, entry.Value));
        }
    }
}
