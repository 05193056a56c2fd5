using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Generation.Studies;

namespace ControlPlane.Core.Tests.Generation;

public sealed class GenerationStudyTests
{
    private static readonly PolicySpec[] Policies = [.. new[] { "random", "local:steps=10", "greedy" }.Select(p => PolicySpec.Parse(p, GenerationPolicyCatalog.All))];

    [Fact]
    public void Result_does_not_depend_on_how_many_days_run_side_by_side()
    {
        var (one, four) = (Run(1), Run(4));
        Assert.Equal(Policies, one.Select(p => p.Policy));
        Assert.Equal(one.SelectMany(p => p.Days.Select(d => (d.Policy, d.Seed, d.Hash))), four.SelectMany(p => p.Days.Select(d => (d.Policy, d.Seed, d.Hash))));
    }

    [Fact]
    public void Rules_meet_the_same_jobs_and_the_oracle_is_above_them_beyond_doubt()
    {
        var study = Run(2);
        Assert.Single(study.Select(p => p.Days[1].Jobs.Offered).Distinct());
        foreach (var other in study.Take(2))
            Assert.True(study[2].Above(other, d => d.UtilityUsd).Low > 0);
        Assert.True(study[2].ViolationShare.High < study[1].ViolationShare.Low);
    }

    [Fact]
    public void Unknown_rules_and_settings_are_refused_by_name()
    {
        Assert.Contains("least-loaded", Assert.Throws<FormatException>(() => PolicySpec.Parse("nobody", GenerationPolicyCatalog.All)).Message, StringComparison.Ordinal);
        Assert.Contains("[1, 1000]", Assert.Throws<FormatException>(() => PolicySpec.Parse("local:steps=0", GenerationPolicyCatalog.All)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => GenerationPolicyCatalog.Check(new PolicySpec("fluid")));
    }

    private static IReadOnlyList<GenerationPolicyDays> Run(int parallelism) =>
        GenerationStudy.Run(new GenerationStudyPlan(seed => TestDays.Bare(hard: true, (int)seed), Policies, [1, 2, 3, 4, 5], parallelism));
}
