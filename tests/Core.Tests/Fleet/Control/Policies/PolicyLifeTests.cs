using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Core.Tests.Fleet.Control.Policies;

public sealed class PolicyLifeTests
{
    private static readonly PolicyLife First = new PolicyLife().Activate(1);

    [Fact]
    public void Numbers_only_grow_also_on_the_way_back()
    {
        PolicyLife[] lives = [First, First.Activate(2), First.Activate(2).RollBack(), First.Activate(2).RollBack().WithShadow(2), First.Activate(2).RollBack().WithShadow(2).Promote()];
        Assert.Equal([1L, 2, 3, 4, 5], lives.Select(l => l.Publication));
        Assert.Equal([1, 2, 1, 1, 2], lives.Select(l => l.Active));
    }

    [Fact]
    public void One_can_go_back_as_often_as_there_was_another()
    {
        var third = First.Activate(2).Activate(3);
        Assert.Equal((2, 1), (third.RollBack().Active, third.RollBack().RollBack().Active));
        Assert.Equal(ControlProblem.Conflict, Assert.Throws<ControlException>(() => third.RollBack().RollBack().RollBack()).Problem);
        // What was gone back from is not what one goes back to.
        Assert.Equal(1, third.RollBack().Activate(4).RollBack().RollBack().Active);
    }

    [Fact]
    public void The_way_back_is_long_and_not_endless()
    {
        var life = Enumerable.Range(2, PolicyLife.MostBefore + 10).Aggregate(First, (l, version) => l.Activate(version));
        Assert.Equal((PolicyLife.MostBefore, 11), (life.Before.Length, life.Before[0]));
        Assert.Equal(life.Active - 1, life.RollBack().Active);
    }

    [Fact]
    public void The_canary_is_promoted_before_the_shadow_and_has_no_other_place_then()
    {
        var life = First.WithShadow(2).WithCanary(3, 0.5);
        var promoted = life.Promote();
        Assert.Equal((3, null, 0.0, 2), (promoted.Active, promoted.Canary, promoted.Share, promoted.Shadow));
        Assert.Equal((2, null), (promoted.Promote().Active, promoted.Promote().Shadow));
        Assert.Throws<ControlException>(() => First.Promote());
    }

    [Fact]
    public void A_version_that_decides_is_neither_shadow_nor_canary_of_itself()
    {
        Assert.Throws<ControlException>(() => First.WithShadow(1));
        Assert.Throws<ControlException>(() => First.WithCanary(1, 0.5));
        var back = First.Activate(2).WithCanary(1, 0.5).WithShadow(1).RollBack();
        Assert.Equal((1, null, null), (back.Active, back.Canary, back.Shadow));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_is_above_0_and_at_most_1(double share) =>
        Assert.Equal("share", Assert.Throws<ControlException>(() => First.WithCanary(2, share)).Field);

    [Fact]
    public void What_changes_nothing_has_no_number()
    {
        var life = First.WithShadow(2).WithCanary(3, 0.5);
        Assert.Same(life, life.Activate(1));
        Assert.Same(life, life.WithShadow(2));
        Assert.Same(life, life.WithCanary(3, 0.5));
        Assert.Same(life, life.TakeOut(4, "no such one"));
        Assert.NotEqual(life, life.WithCanary(3, 0.6));
    }

    [Fact]
    public void One_that_is_taken_out_says_why_until_an_operator_changes_something()
    {
        var life = First.WithCanary(2, 1).TakeOut(2, "it failed");
        Assert.Equal((null, "it failed"), (life.Canary, life.Ended));
        Assert.Equal("", life.WithShadow(2).Ended);
    }

    [Fact]
    public void The_canarys_jobs_are_a_share_of_all_and_a_greater_share_keeps_them()
    {
        var ids = Enumerable.Range(0, 20_000).Select(i => $"job-{i}").ToArray();
        var tenth = ids.Where(First.WithCanary(2, 0.1).IsCanaryJob).ToArray();
        Assert.InRange(tenth.Length, 1_850, 2_150);
        Assert.All(tenth, id => Assert.True(First.WithCanary(2, 0.2).IsCanaryJob(id)));
        Assert.All(ids.Take(100), id => Assert.Equal(2, First.WithCanary(2, 1).VersionFor(id)));
        Assert.All(ids.Take(100), id => Assert.Equal(1, First.VersionFor(id)));
        // The hash is part of what is promised: after an upgrade the same jobs are the canary's.
        Assert.Equal(0.2375, CanaryShare.Of("job-1"), 4);
    }
}
