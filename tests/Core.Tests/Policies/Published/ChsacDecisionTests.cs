using ControlPlane.Policies.Published;

namespace ControlPlane.Core.Tests.Policies.Published;

public sealed class ChsacDecisionTests
{
    private readonly ChsacDecision _decision = new(2);

    [Fact]
    public void Reward_of_a_first_decision_goes_by_the_count_chosen_and_energy_hardly_counts()
    {
        _decision.Keep([1, 2], [3, 7], freeGpus: 2);
        Assert.Equal([1, 2], _decision.State.ToArray());
        Assert.Equal([3, 7], _decision.Actions.ToArray());
        // 9 J/unit are 2.5e-6 kWh/unit.
        Assert.Equal(0.05 / 8 - 2.5e-6, _decision.Reward(9), 8);
    }

    [Fact]
    public void A_later_decision_takes_its_place_and_goes_by_the_count_that_is_free()
    {
        _decision.Keep([1, 2], [3, 7], freeGpus: 2);
        _decision.Keep([5, 6], [4, 6], freeGpus: 2);
        Assert.Equal([5, 6], _decision.State.ToArray());
        Assert.Equal([4, 6], _decision.Actions.ToArray());
        Assert.Equal(0.05 / 2, _decision.Reward(0), 8);
        _decision.Keep([5, 6], [4, 6], freeGpus: 100);
        Assert.Equal(0.05 / 7, _decision.Reward(0), 8);
        _decision.Keep([5, 6], [4, 6], freeGpus: 0);
        Assert.Equal(0.05, _decision.Reward(0), 8);
        _decision.Forget();
        _decision.Keep([1, 2], [3, 7], freeGpus: 2);
        Assert.Equal(0.05 / 8, _decision.Reward(0), 8);
    }
}
