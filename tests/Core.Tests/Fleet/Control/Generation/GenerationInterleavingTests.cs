using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation;
using ControlPlane.Policies.Generation.Live;

namespace ControlPlane.Core.Tests.Fleet.Control.Generation;

/// <summary>Whatever happens in whatever order: every job is in one place, every account closes, and a replay gives the same state.</summary>
public sealed class GenerationInterleavingTests
{
    [Theory]
    [InlineData(QueueKind.Fluid)]
    [InlineData(QueueKind.Fifo)]
    public void Every_job_is_in_one_place_and_the_replay_is_the_state(QueueKind queue)
    {
        var (declined, late) = (0.0, 0.0);
        foreach (var seed in Enumerable.Range(1, TestScale.Pick(20, 1_000)))
        {
            var random = new RandomStream(seed, "generation");
            var rule = new LiveGeneration(PolicySpec.Parse(seed % 2 == 0 ? "random" : "least-loaded:steps=18", GenerationPolicyCatalog.All), seed);
            var test = new TestProviders(TestFleets.Providers(queue, maxWaitS: 20), rule, capacity: 20_000);
            Dictionary<string, GenerationSubmission> submitted = [];
            for (var step = 0; step < 250; step++)
                Step(test, random, submitted);
            test.Restored();
            test.Advance(TestProviders.SlotS);
            var jobs = Check(test, submitted, seed);
            (declined, late) = (declined + jobs.Declined, late + jobs.Late + jobs.Abandoned);
        }

        Assert.True(declined > 0 && late > 0, $"nothing of what can go wrong did: {declined} {late}");
    }

    private static void Step(TestProviders test, RandomStream random, Dictionary<string, GenerationSubmission> submitted)
    {
        switch (random.NextBelow(10))
        {
            case 0:
                test.Advance(random.NextBelow(20) == 0 ? 10_000 * random.NextUniform() : 400 * random.NextUniform());
                break;
            case 1:
                test.Desk.Providers[random.NextBelow(3)].Drain(random.NextBelow(3) == 0);
                break;
            case 2:
                test.Decide(random.NextBelow(4) == 0 ? null : TestProviders.Known, 4 * random.NextUniform() - 2);
                break;
            case 3 when submitted.Count > 0:
                var again = submitted.Values.ElementAt(random.NextBelow(submitted.Count));
                Assert.Equal(again, test.Submit(again).Submission);
                break;
            default:
                test.Advance(20 * random.NextUniform());
                var jobs = new GenerationSubmission
                {
                    Id = $"g-{submitted.Count}",
                    Origin = $"asp-{random.NextBelow(3)}",
                    Deadline = random.NextBelow(2) == 0 ? "quick" : "relaxed",
                    Category = random.NextBelow(2) == 0 ? null : "Animals",
                    Count = 1 + random.NextBelow(600),
                    Images = 1 + random.NextBelow(2),
                };
                test.Submit(jobs);
                submitted.Add(jobs.Id, jobs);
                break;
        }

        Assert.All(test.Desk.Providers, p => Assert.True(p.Ledger.Jobs.Residual < 1e-9, $"{p.Ledger.Jobs}"));
    }

    private static GenerationJobs Check(TestProviders test, Dictionary<string, GenerationSubmission> submitted, int seed)
    {
        var jobs = test.Desk.Providers.Aggregate(default(GenerationJobs), (sum, p) => sum + p.Ledger.Jobs);
        Assert.Equal(submitted.Values.Sum(s => s.Count), jobs.Offered);
        Assert.Equal(0, jobs.Open);
        var seen = submitted.Keys.Select(test.Find).ToArray();
        Assert.All(seen, s => Assert.NotEqual(GenerationState.Open, s.State));
        var outcomes = seen.Select(s => s.Outcome).OfType<GenerationOutcome>().ToArray();
        Assert.Equal(jobs.OnTime, outcomes.Sum(o => o.OnTime), 6);
        Assert.Equal(jobs.Late, outcomes.Sum(o => o.Late), 6);
        Assert.Equal(jobs.Abandoned, outcomes.Sum(o => o.Abandoned), 6);
        Assert.Equal(jobs.Declined, seen.Where(s => s.State == GenerationState.Declined).Sum(s => s.Submission.Count));
        var money = test.Desk.Providers.Aggregate(default(GenerationMoney), (sum, p) => sum + p.Ledger.Money);
        Assert.Equal(outcomes.Sum(o => o.RevenueUsd), money.RevenueUsd, 6);
        Assert.All(test.Desk.Providers, p => Assert.True(p.Ledger.Energy.Residual < 1e-6, $"seed {seed}: {p.Ledger.Energy}"));
        return jobs;
    }
}
