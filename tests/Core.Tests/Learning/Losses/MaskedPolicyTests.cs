using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Core.Tests.Learning.Losses;

public sealed class MaskedPolicyTests
{
    private static readonly ITensorBackend<double> Backend = ManagedBackend.Create<double>();

    [Fact]
    public void Masked_actions_have_no_probability_and_the_others_share_it_by_their_logits()
    {
        var policy = new MaskedPolicy<double>(ActionSpace.Flat(4), Backend, 1);
        policy.Evaluate(Matrices.Of(4, 1000, Math.Log(1), Math.Log(2), Math.Log(5)), [false, true, true, true]);
        Assert.Equal([0, 0.125, 0.25, 0.625], policy.Probabilities.Elements.ToArray().Select(p => Math.Round(p, 12)));
        Assert.Equal(Math.Log(0.25), policy.LogProbabilities[0, 2], 12);
        Assert.Equal(-(0.125 * Math.Log(0.125) + 0.25 * Math.Log(0.25) + 0.625 * Math.Log(0.625)), policy.Entropy(0), 12);
    }

    [Fact]
    public void Factored_policy_chooses_the_group_and_then_the_place_among_the_valid_of_that_group()
    {
        var space = new ActionSpace(3, 2);
        var policy = new MaskedPolicy<double>(space, Backend, 1);
        var logits = Matrices.Of(space.Logits, Math.Log(3), Math.Log(1), 50.0, Math.Log(1), Math.Log(3), 7, 0, 0, 0);
        policy.Evaluate(logits, [true, true, false, true, false, false]);
        Assert.Equal([0.1875, 0.5625, 0, 0.25, 0, 0], policy.Probabilities.Elements.ToArray().Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void Row_without_a_valid_action_has_no_policy_and_no_gradient()
    {
        var space = new ActionSpace(2, 2);
        var policy = new MaskedPolicy<double>(space, Backend, 1);
        policy.Evaluate(Matrices.Of(space.Logits, 1.0, 2, 3, 4, 5, 6), new bool[4]);
        Assert.All(policy.Probabilities.Elements.ToArray(), p => Assert.Equal(0, p));
        var gradient = new Matrix<double>(1, space.Logits);
        policy.ExpectationGradient(Matrices.Of(4, 1.0, 2, 3, 4), 1, gradient);
        Assert.All(gradient.Elements.ToArray(), g => Assert.Equal(0, g));
    }

    [Fact]
    public void Huge_logits_neither_overflow_nor_vanish()
    {
        var policy = new MaskedPolicy<float>(ActionSpace.Flat(3), ManagedBackend.Create<float>(), 1);
        policy.Evaluate(Matrices.Of(3, 1e30f, 1e30f, -1e30f), [true, true, true]);
        Assert.Equal([0.5f, 0.5f, 0f], policy.Probabilities.Elements.ToArray());
    }
}
