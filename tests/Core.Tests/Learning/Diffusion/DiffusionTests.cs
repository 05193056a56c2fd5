using ControlPlane.Learning.Diffusion;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Diffusion;

public sealed class DiffusionTests
{
    private const int Batch = 128;

    [Fact]
    public void Variance_preserving_schedule_has_the_published_numbers()
    {
        AssertNear([.441965, .814246, .938168], new DiffusionSchedule(ScheduleKind.VariancePreserving, 3).Beta);
        AssertNear([.108907, .271922, .405115, .513943, .602861, .675513, .734874], new DiffusionSchedule(ScheduleKind.VariancePreserving, 7).Beta);
        var five = new DiffusionSchedule(ScheduleKind.VariancePreserving, 5);
        AssertNear([.195875, .458818, .635781, .754878, .835031], five.Beta);
        AssertNear([.804125, .435178, .158500, .038852, .006409], five.AlphaBar);
        AssertNear([0, .159114, .426742, .660907, .807766], five.PosteriorVariance);
        AssertNear([1, .728435, .498410, .312681, .165654], five.CleanCoefficient);
        AssertNear([0, .255116, .405078, .433466, .392901], five.NoisyCoefficient);
        foreach (var steps in new[] { 1, 2, 10, 50 })
            Assert.Equal(.006409, new DiffusionSchedule(ScheduleKind.VariancePreserving, steps).AlphaBar[^1], 6);
    }

    [Fact]
    public void Linear_and_cosine_schedules_run_between_their_ends()
    {
        var linear = new DiffusionSchedule(ScheduleKind.Linear, 1000);
        Assert.Equal((1e-4, 2e-2), (linear.Beta[0], Math.Round(linear.Beta[^1], 12)));
        var cosine = new DiffusionSchedule(ScheduleKind.Cosine, 100);
        Assert.Equal(Math.Pow(Math.Cos(0.508 / 1.008 * Math.PI / 2) / Math.Cos(0.008 / 1.008 * Math.PI / 2), 2), cosine.AlphaBar[49], 10);
        Assert.Equal(0.999, cosine.Beta[^1]);
    }

    [Fact]
    public void Noise_has_the_variance_of_its_step()
    {
        var model = new DiffusionModel<double>(new(0) { Batch = Batch }, ManagedBackend.Create<double>());
        var random = new RandomStream(4, "noise");
        var (clean, noisy) = (new Matrix<double>(20_000, 1), new Matrix<double>(20_000, 1));
        clean.Elements.Fill(2);
        model.AddNoise(clean, [.. Enumerable.Repeat(2, clean.Rows)], random, noisy);
        var mean = noisy.Elements.ToArray().Average();
        Assert.Equal(2 * Math.Sqrt(.435178), mean, 0.02);
        Assert.Equal(1 - .435178, noisy.Elements.ToArray().Average(y => (y - mean) * (y - mean)), 0.02);
    }

    [Fact]
    public void Two_modes_and_their_mean_are_recovered_for_every_condition()
    {
        // Under condition 0 the modes are ±1 with shares 0.3 and 0.7; under condition 1 there is one at 0.5.
        var model = new DiffusionModel<float>(new(1) { Steps = 10, Batch = Batch, Hidden = [64, 64], Rate = 2e-3, Seed = 3 }, ManagedBackend.Create<float>());
        var random = new RandomStream(3, "modes");
        var (clean, conditions) = (new Matrix<float>(Batch, 1), new Matrix<float>(Batch, 1));
        for (var i = 0; i < TestScale.Pick(4000, 12_000); i++)
        {
            for (var row = 0; row < Batch; row++)
            {
                conditions[row, 0] = row % 2;
                var mode = row % 2 == 1 ? 0.5 : random.NextUniform() < 0.3 ? 1 : -1;
                clean[row, 0] = (float)(mode + 0.1 * random.NextNormal());
            }

            model.Train(clean, conditions);
        }

        var (drawn, one) = (new List<float>(), new List<float>());
        for (var i = 0; i < 60; i++)
        {
            model.Sample(conditions, random, clean);
            drawn.AddRange(Enumerable.Range(0, Batch).Where(row => row % 2 == 0).Select(row => clean[row, 0]));
            one.AddRange(Enumerable.Range(0, Batch).Where(row => row % 2 == 1).Select(row => clean[row, 0]));
        }

        Assert.Equal(-0.4, drawn.Average(), 0.1);
        Assert.Equal(0.3, drawn.Count(y => y > 0) / (double)drawn.Count, 0.06);
        Assert.True(drawn.Count(y => Math.Abs(Math.Abs(y) - 1) < 0.4) > 0.9 * drawn.Count, $"{drawn.Count(y => Math.Abs(Math.Abs(y) - 1) < 0.4)} of {drawn.Count} are near a mode");
        Assert.Equal(0.5, one.Average(), 0.06);
        model.Estimate(conditions, DiffusionModel<float>.FourStarts, clean);
        Assert.Equal(0.5, clean[1, 0], 0.08);
        Assert.Equal(-0.4, clean[0, 0], 0.25);
    }

    [Fact]
    public void Training_and_estimating_allocate_nothing_once_they_run()
    {
        var model = new DiffusionModel<float>(new(2) { Batch = 16, Hidden = [32] }, ManagedBackend.Create<float>());
        var (clean, conditions) = (new Matrix<float>(16, 1), new Matrix<float>(16, 2));
        Run(50);
        Assert.Equal(0, Allocations.Least(() => Run(20)));

        void Run(int times)
        {
            for (var i = 0; i < times; i++)
            {
                model.Train(clean, conditions);
                model.Estimate(conditions, DiffusionModel<float>.FourStarts, clean);
            }
        }
    }

    private static void AssertNear(double[] expected, IReadOnlyList<double> found)
    {
        Assert.Equal(expected.Length, found.Count);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], found[i], 6);
    }
}
