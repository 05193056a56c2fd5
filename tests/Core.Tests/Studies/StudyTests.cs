using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Core.Tests.Studies;

public sealed class StudyTests
{
    [Fact]
    public void Every_policy_meets_the_same_jobs()
    {
        PolicySpec[] policies = [.. PolicyCatalog.WithoutRates.Select(p => PolicyModels.Load(new PolicySpec(p.Name)))];
        var study = Study.Run(new StudyPlan(TestFleets.Small(), policies, [4], Parallelism: 2, Frontier: false));
        Assert.Equal(policies.Length, study.Policies.Count);
        Assert.Single(study.Policies.Select(p => (p.Runs[0].Jobs.Submitted, p.Runs[0].MeanSizeUnits)).Distinct());
    }

    [Fact]
    public void Cancelled_study_keeps_what_it_has_and_says_so()
    {
        using var source = new CancellationTokenSource();
        var plan = new StudyPlan(TestFleets.Small(), [new("round-robin"), new("least-loaded")], [1, 2, 3, 4], Parallelism: 1);
        var study = Study.Run(plan, progress => Cancel(progress, source), source.Token);
        Assert.True(study.Partial);
        Assert.InRange(study.Policies.Sum(p => p.Runs.Count), 3, 4);
        Assert.All(study.Policies.SelectMany(p => p.Runs), run => Assert.True(run.Jobs.Closes));
    }

    [Fact]
    public void Progress_grows_to_one_and_counts_every_run()
    {
        var seen = new List<StudyProgress>();
        Study.Run(new StudyPlan(TestFleets.Small(), [new("round-robin")], [1, 2, 3], Parallelism: 2), seen.Add);
        Assert.Equal(1, seen[^1].Share, 9);
        Assert.Equal((3, 3), (seen[^1].Finished, seen[^1].Total));
        Assert.Equal(seen.Select(p => p.Share).Order(), seen.Select(p => p.Share));
    }

    [Fact]
    public void Interval_is_Students()
    {
        // t(0.975, 4) = 2.776445; sample standard deviation of 1..5 is sqrt(2.5).
        var estimate = Estimate.Of([1, 2, 3, 4, 5]);
        Assert.Equal(3, estimate.Mean);
        Assert.Equal(2.776445 * Math.Sqrt(2.5 / 5), estimate.HalfWidth, 5);
        Assert.True(double.IsNaN(Estimate.Of([1]).HalfWidth));
    }

    [Fact]
    public void Distribution_has_exact_mean_and_quantiles_to_a_quarter_percent()
    {
        var distribution = new Distribution();
        for (var i = 1; i <= 10_000; i++)
            distribution.Record(i * 0.5);
        Assert.Equal(2500.25, distribution.Mean, 9);
        Assert.InRange(distribution.Quantile(0.5), 2500 * 0.9975, 2500 * 1.0025);
        Assert.InRange(distribution.Quantile(0.99), 4950 * 0.9975, 4950 * 1.0025);
        Assert.Equal(5000, distribution.Max);
        var (_, share) = distribution.Cumulative().Last();
        Assert.Equal(1, share);
    }

    [Fact]
    public void Distributions_add_up()
    {
        var (low, high) = (new Distribution(), new Distribution());
        low.Record(0);
        low.Record(10);
        high.Record(1000);
        low.Add(high);
        Assert.Equal((3L, 1000.0, 0.0), (low.Count, low.Max, low.Quantile(0.3)));
        Assert.Equal(1010 / 3.0, low.Mean, 9);
    }

    private static void Cancel(StudyProgress progress, CancellationTokenSource source)
    {
        if (progress.Finished == 3)
            source.Cancel();
    }
}
