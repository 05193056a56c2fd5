using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Rules;

namespace ControlPlane.Core.Tests.Policies;

public sealed class TournamentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100)]
    public void Winner_is_the_first_of_the_least_keys_after_any_change(int count)
    {
        var random = new RandomStream(count, "tournament");
        var tournament = new Tournament(count);
        var keys = Enumerable.Repeat(double.PositiveInfinity, count).ToArray();
        for (var change = 0; change < 500; change++)
        {
            var index = random.NextBelow(count);
            keys[index] = random.NextBelow(5);
            tournament.Set(index, keys[index]);
            Assert.Equal(Array.IndexOf(keys, keys.Min()), tournament.Winner);
            Assert.Equal(keys.Min(), tournament.Least);
        }
    }
}
