using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet;

public sealed class RandomnessTests
{
    [Theory]
    [InlineData(123, 0.052363598850944326)]
    [InlineData(0, 0.8444218515250481)]
    [InlineData(-5, 0.6229016948897019)]
    [InlineData((1L << 40) + 7, 0.6137037779936511)]
    public void Python_stream_gives_the_first_uniform_that_Python_gives(long seed, double expected) =>
        Assert.Equal(expected, new PythonRandom(seed).NextUniform());

    [Fact]
    public void Python_stream_goes_on_as_Python_does()
    {
        var random = new PythonRandom(123);
        Assert.Equal([0.052363598850944326, 0.08718667752263232, 0.4072417636703983], Draw(3, random.NextUniform));
    }

    [Fact]
    public void Python_choices_are_those_of_Python()
    {
        var random = new PythonRandom(123);
        Assert.Equal([0, 4, 1, 6, 4, 1, 0, 6, 5, 5, 0, 2], Draw(12, () => random.NextBelow(8)));
    }

    [Fact]
    public void Python_choices_among_five_and_one_are_those_of_Python()
    {
        var random = new PythonRandom(0);
        random.NextUniform();
        Assert.Equal([3, 0, 2, 4, 3], Draw(5, () => random.NextBelow(5)));
        Assert.Equal(0, random.NextBelow(1));
    }

    [Fact]
    public void Python_exponentials_and_lognormals_are_those_of_Python()
    {
        var random = new PythonRandom(123);
        Assert.Equal([2.6892196695146375, 4.561194268199827, 26.148432950892282], Draw(3, () => random.NextExponential(0.02)));
        Assert.Equal(
            [25246.80014884203, 22955.135754457828, 35151.07858067597],
            Draw(3, () => Math.Exp(random.NextNormal(10.819778284410283, 0.4))),
            (x, y) => Math.Abs(x - y) < 1e-9 * y);
    }

    [Fact]
    public void Python_stream_is_its_seed_and_its_position()
    {
        var random = new PythonRandom(123);
        Draw(500, random.NextUniform);
        Draw(300, () => random.NextBelow(5));
        var copy = new PythonRandom(123);
        copy.NextUniform();
        copy.MoveTo(random.Position);
        Assert.True(random.Position > 1_300, "every uniform takes two words, every choice at least one");
        Assert.Equal(Draw(5, random.NextUniform), Draw(5, copy.NextUniform));
        Assert.Throws<ArgumentOutOfRangeException>(() => copy.MoveTo(copy.Position - 1));
    }

    [Fact]
    public void Streams_of_other_names_or_seeds_differ()
    {
        var first = new RandomStream(1, "arrivals/a").NextUniform();
        Assert.Equal(first, new RandomStream(1, "arrivals/a").NextUniform());
        Assert.NotEqual(first, new RandomStream(1, "arrivals/b").NextUniform());
        Assert.NotEqual(first, new RandomStream(2, "arrivals/a").NextUniform());
    }

    [Fact]
    public void Stream_has_the_moments_of_its_distributions()
    {
        const int N = 200_000;
        var random = new RandomStream(7, "moments");
        // Six standard errors of each mean: a right generator fails once in half a billion seeds.
        Assert.InRange(Draw(N, random.NextUniform).Average(), 0.5 - 6 / Math.Sqrt(12.0 * N), 0.5 + 6 / Math.Sqrt(12.0 * N));
        Assert.InRange(Draw(N, () => random.NextExponential(0.5)).Average(), 2 - 12 / Math.Sqrt(N), 2 + 12 / Math.Sqrt(N));
        var normals = Draw(N, () => random.NextNormal(3, 2));
        Assert.InRange(normals.Average(), 3 - 12 / Math.Sqrt(N), 3 + 12 / Math.Sqrt(N));
        Assert.InRange(normals.Average(x => (x - 3) * (x - 3)), 4 - 24 * Math.Sqrt(2.0 / N), 4 + 24 * Math.Sqrt(2.0 / N));
    }

    [Fact]
    public void Whole_numbers_are_uniform()
    {
        const int N = 70_000;
        var random = new RandomStream(3, "below");
        var counts = new int[7];
        for (var i = 0; i < N; i++)
            counts[random.NextBelow(7)]++;
        var expected = N / 7.0;
        var chiSquare = counts.Sum(c => (c - expected) * (c - expected) / expected);
        // 99.99 % quantile of chi-square with 6 degrees of freedom.
        Assert.True(chiSquare < 27.86, $"chi-square {chiSquare}");
    }

    private static T[] Draw<T>(int count, Func<T> next) => [.. Enumerable.Range(0, count).Select(_ => next())];
}
