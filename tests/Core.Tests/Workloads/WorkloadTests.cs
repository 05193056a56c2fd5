using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Workloads;

namespace ControlPlane.Core.Tests.Workloads;

public sealed class WorkloadTests
{
    public static TheoryData<SizeDistribution> Sizes =>
    [
        new LogNormalSize(50_000, 0.4),
        new ParetoSize(100, 3),
        new ParetoSize(100, 1.5, 10_000),
        new ExponentialSize(40),
        new UniformSize(10, 30),
        new UniformSize(7, 7),
    ];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Mean_of_draws_is_the_stated_mean(SizeDistribution sizes)
    {
        const int N = 400_000;
        var random = new RandomStream(1, "sizes");
        double sum = 0;
        double squares = 0;
        for (var i = 0; i < N; i++)
        {
            var size = sizes.Draw(random);
            Assert.True(size > 0);
            sum += size;
            squares += size * size;
        }

        var standardError = Math.Sqrt(Math.Max(0, squares / N - sum / N * (sum / N)) / N);
        Assert.InRange(sum / N, sizes.MeanUnits - 5 * standardError - 1e-9, sizes.MeanUnits + 5 * standardError + 1e-9);
    }

    [Fact]
    public void Pareto_draws_follow_the_tail()
    {
        var random = new RandomStream(2, "pareto");
        var sizes = new ParetoSize(1, 2);
        const int N = 100_000;
        var above = Enumerable.Range(0, N).Count(_ => sizes.Draw(random) > 4);
        Assert.InRange(above / (double)N, 1 / 16.0 - 0.004, 1 / 16.0 + 0.004);
    }

    [Fact]
    public void Sinusoid_has_its_mean_rate_and_its_peak_where_it_should()
    {
        var process = new ArrivalProcess(2, Amplitude: 0.8, PeriodS: 1000, PhaseS: 250);
        var random = new RandomStream(3, "arrivals");
        var quarters = new int[4];
        var count = 0;
        const double HorizonS = 200_000;
        for (var t = process.Next(0, 1, random); t < HorizonS; t = process.Next(t, 1, random))
        {
            count++;
            quarters[(int)(t % 1000 / 250)]++;
        }

        Assert.InRange(count / HorizonS, 2 * 0.98, 2 * 1.02);
        // Rising through the mean at 250 s: the peak is at 500 s, in the second and third quarter; mean over a half wave is 1 + 0.8·2/π.
        var high = (quarters[1] + quarters[2]) / (HorizonS / 2);
        Assert.InRange(high / 2, 1 + 0.8 * 2 / Math.PI - 0.03, 1 + 0.8 * 2 / Math.PI + 0.03);
    }

    [Fact]
    public void Load_scales_the_rate()
    {
        var process = new ArrivalProcess(2);
        Assert.Equal(process.Next(0, 1, new RandomStream(4, "a")) / 4, process.Next(0, 4, new RandomStream(4, "a")), 12);
    }
}
