using ControlPlane.Fleet.Randomness;
using ControlPlane.Planning.Routing;

namespace ControlPlane.Core.Tests.Planning.Routing;

public sealed class EntropicStepTests
{
    [Fact]
    public void Shares_stay_shares_and_closed_sites_stay_closed_however_large_the_step()
    {
        var random = new RandomStream(1, "steps");
        for (var round = 0; round < 1_000; round++)
        {
            var shares = RandomRouting.Shares(random, 1, 6);
            shares[2] = 0;
            double[] steps = [.. Enumerable.Range(0, 6).Select(_ => 1e4 * (2 * random.NextUniform() - 1))];
            EntropicStep.Apply(shares, steps, 1e-6, shares);
            Assert.Equal(1, shares.Sum(), 1e-12);
            Assert.Equal(0, shares[2]);
            Assert.All(shares.Where((_, s) => s != 2), share => Assert.InRange(share, 0.9e-6, 1));
        }
    }

    [Fact]
    public void What_is_added_to_every_step_changes_nothing()
    {
        var random = new RandomStream(2, "shift");
        var shares = RandomRouting.Shares(random, 1, 6);
        double[] steps = [0.3, -0.2, 0.7, 0, 1.1, -0.9];
        var (plain, shifted) = (new double[6], new double[6]);
        EntropicStep.Apply(shares, steps, 1e-9, plain);
        EntropicStep.Apply(shares, [.. steps.Select(step => step + 8)], 1e-9, shifted);
        for (var s = 0; s < 6; s++)
            Assert.Equal(plain[s], shifted[s], 1e-14);
    }

    [Fact]
    public void It_is_the_exponential_by_hand()
    {
        var result = new double[2];
        EntropicStep.Apply([0.25, 0.75], [0, Math.Log(3)], 1e-9, result);
        Assert.Equal([0.5, 0.5], result.Select(share => Math.Round(share, 12)));
    }
}
