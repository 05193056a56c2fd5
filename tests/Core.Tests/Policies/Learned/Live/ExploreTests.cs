using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Core.Tests.Policies.Learned.Live;

/// <summary>Learning from decisions that somebody else takes.</summary>
public sealed class ExploreTests
{
    private static readonly Scenario Paper = PaperFleet.Independent;

    [Theory]
    [InlineData("masked-uniform", 0.0003)]
    [InlineData("least-loaded", 0.0003)]
    [InlineData("time-price", 0.0003)]
    [InlineData("masked-uniform", 0.001)]
    [InlineData("chsac", 0.0003)]
    [InlineData("chsac", 0.001)]
    [InlineData("time-price", 0.001)]
    public void Explore(string policy, double rate)
    {
        var plan = new HeldOutPlan { BudgetsS = [800, 2000], Loads = [1, 1.5], HorizonS = 4 * 3600 };
        foreach (var (name, start) in new[] { ("fresh", (PricedModel?)null), ("shipped", Shipped()) })
        {
            var learner = new LiveLearner(Paper.Fleet, new LiveSettings { Rate = rate }, start);
            Listen(learner, policy, 20, 11, 1.25);
            var text = $"{policy} {rate} {name}: -> {HeldOut.Measure(Paper, plan, learner.Snapshot("x")).Score:F3} ({learner.Updates})";
            File.AppendAllText("/tmp/trainer-explore.txt", text + "\n");
        }
    }

    private static PricedModel Shipped() => (PricedModel)LearnedModels.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "models", "chsac.model")));

    private static void Listen(LiveLearner learner, string policy, int hours, int seed, double load = 1) =>
        Run(Paper with { HorizonS = hours * 3600, Load = Paper.Load * load }, seed, (spec, context) =>
        {
            var stream = learner.Join(context);
            return new Eavesdropper(Make(policy, context), (in Job job, FleetView _, in Placement done) => stream.Follow(job, done));
        });

    private static IPlacementPolicy Make(string policy, PolicyContext context) =>
        policy == "chsac" ? Shipped().Decide(context, 1000) : PolicyCatalog.Create(PolicySpec.Parse(policy), context);

    private static RunResult Run(Scenario scenario, int seed, Func<PolicySpec, PolicyContext, IPlacementPolicy> make) =>
        Simulator.Run(scenario, new PolicySpec("chsac"), seed, new RunOptions { Host = new DirectHost(make) });

}
