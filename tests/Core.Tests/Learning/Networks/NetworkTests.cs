using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Core.Tests.Learning.Networks;

public sealed class NetworkTests
{
    private readonly RandomStream _random = new(5, "networks");

    [Theory]
    [InlineData(8, 3)]
    [InlineData(3, 8)]
    [InlineData(5, 5)]
    public void Orthogonal_weights_are_orthonormal_along_the_shorter_side(int inputs, int outputs)
    {
        var dense = new Dense<double>(inputs, outputs);
        dense.Initialise(new OrthogonalInitialiser(2), _random);
        var w = dense.Weights.Value;
        var square = inputs > outputs ? Matrices.Product(Matrices.Transpose(w), w, (_, _) => 0) : Matrices.Product(w, Matrices.Transpose(w), (_, _) => 0);
        for (var i = 0; i < square.Rows; i++)
        {
            for (var j = 0; j < square.Columns; j++)
                Assert.Equal(i == j ? 4 : 0, square[i, j], 10);
        }
    }

    [Fact]
    public void Default_weights_fill_the_interval_of_pytorch()
    {
        var dense = new Dense<float>(64, 64);
        dense.Initialise(new UniformInitialiser(), _random);
        Assert.InRange(dense.Weights.Value.Elements.ToArray().Max(), 0.124f, 0.125f);
        Assert.InRange(dense.Weights.Value.Elements.ToArray().Min(), -0.125f, -0.124f);
        Assert.InRange(dense.Bias.Value.Elements.ToArray().Max(), 0.08f, 0.125f);
    }

    [Fact]
    public void Follower_moves_by_its_share()
    {
        var (leader, follower) = (new Dense<double>(2, 2), new Dense<double>(2, 2));
        leader.Weights.Value.Elements.Fill(1);
        follower.Follow(ManagedBackend.Create<double>(), leader, 0.25);
        follower.Follow(ManagedBackend.Create<double>(), leader, 0.25);
        Assert.All(follower.Weights.Value.Elements.ToArray(), w => Assert.Equal(0.4375, w));
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Sequential<float>(new Dense<float>(2, 3), new Dense<float>(4, 1)));
        Assert.StartsWith("layer 1 takes 4 inputs; the one before gives 3.", error.Message);
    }

    [Fact]
    public void Normaliser_scales_to_mean_zero_and_deviation_one_leaves_constants_and_clips()
    {
        var normaliser = new RunningNormaliser(3, limit: 4);
        var x = new Matrix<float>(2000, 3);
        for (var row = 0; row < x.Rows; row++)
        {
            (x[row, 0], x[row, 1], x[row, 2]) = ((float)(600000 + 50 * _random.NextNormal()), 7, row == 0 ? 1000 : 0);
            normaliser.Observe<float>(x.Row(row));
        }

        normaliser.Normalise(x, x);
        var first = Enumerable.Range(0, x.Rows).Select(row => (double)x[row, 0]).ToArray();
        Assert.Equal(0, first.Average(), 2);
        Assert.Equal(1, Math.Sqrt(first.Average(e => e * e)), 1);
        Assert.Equal(0, x[17, 1]);
        Assert.Equal(4, x[0, 2]);
    }

    [Fact]
    public void Normaliser_refuses_what_is_not_finite()
    {
        var normaliser = new RunningNormaliser(2);
        Assert.Throws<ArgumentException>(() => normaliser.Observe([1f, float.NaN]));
        Assert.Equal(0, normaliser.Count);
    }
}
