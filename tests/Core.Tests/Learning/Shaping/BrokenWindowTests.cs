using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping;

namespace ControlPlane.Core.Tests.Learning.Shaping;

/// <summary>Where something was lost, a shaper learns from nothing that it does not know.</summary>
public sealed class BrokenWindowTests
{
    private static readonly ShaperSettings Settings = new(1, 2) { Batch = 4, Hidden = [4], Capacity = 6, WarmUp = 1, Horizon = 2 };

    [Fact]
    public void A_decomposition_leaves_out_the_window_up_to_its_pay_out()
    {
        var shaper = New(ShapingMode.Decomposition);
        Tell(shaper, 1, isPayOut: true);
        Tell(shaper, 5, isPayOut: false);
        shaper.Break(isWithinWindow: true);
        Tell(shaper, 5, isPayOut: false);
        Tell(shaper, 7, isPayOut: true);
        Assert.Equal((1L, 0, 3L), (shaper.Labelled, shaper.Waiting, shaper.Passed));
        Tell(shaper, 1, isPayOut: true);
        Assert.Equal((2L, 3L), (shaper.Labelled, shaper.Passed));
        // All labels are 1: what the broken window paid is in none of them.
        Assert.Equal(1, Shaped(shaper), 0.05);
    }

    [Fact]
    public void Between_two_windows_nothing_but_what_waits_is_left_out()
    {
        var shaper = New(ShapingMode.Decomposition);
        Tell(shaper, 5, isPayOut: false);
        shaper.Break(isWithinWindow: false);
        Tell(shaper, 1, isPayOut: true);
        Assert.Equal((1L, 1L), (shaper.Labelled, shaper.Passed));
    }

    [Fact]
    public void A_potential_goes_on_with_the_next_decision()
    {
        var shaper = New(ShapingMode.Potential);
        Tell(shaper, 5, isPayOut: false);
        shaper.Break(isWithinWindow: true);
        for (var i = 0; i < 3; i++)
            Tell(shaper, 1, isPayOut: false);
        Assert.Equal((2L, 1, 1L), (shaper.Labelled, shaper.Waiting, shaper.Passed));
    }

    [Fact]
    public void What_waiting_decisions_were_written_over_does_not_come_back()
    {
        var shaper = New(ShapingMode.Decomposition);
        for (var i = 0; i < 6; i++)
            Tell(shaper, 100, isPayOut: true);
        // Five of six places are written over, with decisions that never get a label.
        for (var i = 0; i < 5; i++)
            Tell(shaper, 0, isPayOut: false, action: 1);
        shaper.Break(isWithinWindow: false);
        Tell(shaper, 0, isPayOut: true, action: 1);
        Assert.Equal((7L, 5L), (shaper.Labelled, shaper.Passed));
        Assert.InRange(Shaped(shaper, action: 1), -20, 20);
    }

    private static RewardShaper<float> New(ShapingMode mode) => new(Settings with { Mode = mode, Estimator = EstimatorKind.Network }, ManagedBackend.Create<float>());

    private static void Tell(RewardShaper<float> shaper, double reward, bool isPayOut, int action = 0)
    {
        shaper.Decided([1], action);
        shaper.Paid(reward, isPayOut, isEnd: false);
    }

    private static double Shaped(RewardShaper<float> shaper, int action = 0)
    {
        for (var step = 0; step < 2000; step++)
            shaper.Train();
        var batch = new TransitionBatch<float>(new(1, 2), 4);
        batch.States.Elements.Fill(1);
        batch.Actions.AsSpan().Fill(action);
        shaper.Shape(batch);
        return batch.Rewards[0];
    }
}
