using ControlPlane.Learning.Constraints;

namespace ControlPlane.Core.Tests.Learning.Constraints;

public sealed class LagrangeMultiplierTests
{
    [Fact]
    public void Converges_to_the_known_price_and_falls_with_the_need_for_it()
    {
        // The cost that a price λ leads to is 2 - λ: with a limit of 0.5 the price is 1.5.
        var multiplier = new LagrangeMultiplier(new(Limit: 0.5, Rate: 0.1));
        Run();
        Assert.Equal(1.5, multiplier.Value, 6);
        multiplier.Limit = 1.75;
        Run();
        Assert.Equal(0.25, multiplier.Value, 6);
        multiplier.Limit = 3;
        Run();
        Assert.Equal(0, multiplier.Value);

        void Run()
        {
            for (var i = 0; i < 300; i++)
                multiplier.Update(2 - multiplier.Value);
        }
    }

    [Fact]
    public void Stays_at_its_highest_where_the_limit_cannot_be_kept_and_says_so()
    {
        var multiplier = new LagrangeMultiplier(new(Limit: 500, Rate: 0.5, Scale: 1000, Highest: 10));
        Assert.False(multiplier.IsSaturated);
        for (var i = 0; i < 100; i++)
            multiplier.Update(5e6);
        Assert.True(multiplier.IsSaturated);
        Assert.Equal((10, 0.01), (multiplier.Value, multiplier.Price));
        Assert.Throws<ArgumentException>(() => multiplier.Update(double.NaN));
    }
}
