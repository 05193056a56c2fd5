using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Pricing;
using ControlPlane.Learning.Randomness;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Core.Tests.Learning.Pricing;

/// <summary>The network of prices and what learns it.</summary>
public sealed class PricingTests
{
    private static readonly PricedSettings Tiny = new(2, 3, 2) { Batch = 32, Encoder = [16], Head = [16], Quantiles = 4, Rate = 3e-3, RateSteps = 4000, AverageShare = 5e-3, Seed = 5 };

    [Fact]
    public void Gradients_through_sharing_and_the_mean_of_all_resources()
    {
        Check<double>();
        Check<float>();
        static void Check<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            // Prices near one and a smooth activation: differences see the curvature only.
            var network = new PriceNetwork<T>(Tiny with { FirstPrice = 1, Activation = Activation.Tanh });
            var pass = new PricePass<T>(network, ManagedBackend.Create<T>(), 3, 2);
            var random = new RandomStream(2, "features");
            foreach (ref var element in pass.Features.Elements)
                element = T.CreateTruncating(0.5 * random.NextNormal());
            Enlarge(network.Prices);
            Enlarge(network.Baseline);
            var (priceWeights, valueWeights) = (Matrices.Normal<T>(6, 2, random), Matrices.Normal<T>(3, 4, random));
            pass.Forward();
            pass.Backward(priceWeights, valueWeights);
            foreach (var parameter in network.Parameters)
            {
                GradientCheck.Assert(parameter.Value, parameter.Gradient, () =>
                {
                    pass.Forward();
                    return Matrices.Dot(priceWeights, pass.Prices) + Matrices.Dot(valueWeights, pass.Baseline);
                });
            }
        }
    }

    [Fact]
    public void Prices_go_with_their_resources_when_these_change_places()
    {
        var network = new PriceNetwork<double>(Tiny);
        var (pass, swapped) = (new PricePass<double>(network, ManagedBackend.Create<double>(), 1, 2), new PricePass<double>(network, ManagedBackend.Create<double>(), 1, 2));
        var random = new RandomStream(3, "features");
        foreach (ref var element in pass.Features.Elements)
            element = random.NextNormal();
        for (var resource = 0; resource < 2; resource++)
            pass.Features.Row(resource).CopyTo(swapped.Features.Row(1 - resource));
        pass.Forward();
        swapped.Forward();
        Assert.NotEqual(pass.Prices[0, 0], pass.Prices[1, 0]);
        for (var level = 0; level < 2; level++)
        {
            Assert.Equal(pass.Prices[0, level], swapped.Prices[1, level], 12);
            Assert.Equal(pass.Prices[1, level], swapped.Prices[0, level], 12);
        }

        Assert.Equal(pass.Baseline[0, 0], swapped.Baseline[0, 0], 12);
    }

    [Fact]
    public void Learns_the_prices_that_later_costs_follow_and_the_value_of_what_is_next()
    {
        var sac = new PricedSac<float>(Tiny, ManagedBackend.Create<float>());
        Train(sac, 4000);
        var pass = new PricePass<float>(sac.Average, ManagedBackend.Create<float>(), 1, 2);
        Features(0.5f).CopyTo(pass.Features.Elements);
        pass.Forward();
        for (var resource = 0; resource < 2; resource++)
        {
            for (var level = 0; level < 2; level++)
                Assert.Equal(TruePrice(resource, level), pass.Prices[resource, level], 0.05);
        }

        Assert.Equal(NextValue, pass.Baseline.Elements.ToArray().Average(), 0.05);
    }

    [Fact]
    public void A_learner_that_is_kept_and_read_goes_on_to_the_bit()
    {
        var (whole, kept, read) = (NewSac(), NewSac(), NewSac());
        Train(whole, 60);
        Train(kept, 30);
        using var file = new MemoryStream();
        Checkpoint.Write(file, "priced", kept, "about");
        file.Position = 0;
        Checkpoint.Read(file, "priced", read);
        Train(read, 30, skip: 30);
        Assert.Equal(Bytes(whole), Bytes(read));

        static PricedSac<float> NewSac() => new(Tiny, ManagedBackend.Create<float>());
    }

    [Fact]
    public void Updates_allocate_nothing()
    {
        var sac = new PricedSac<float>(Tiny, ManagedBackend.Create<float>());
        var (memory, batch) = (Memory(), new TransitionBatch<float>(Tiny.Layout, Tiny.Batch));
        Assert.Equal(0, Allocations.Least(() =>
        {
            memory.Sample(batch);
            sac.Update(batch);
        }));
    }

    // The last layers begin small, and differences of small gradients drown in the rounding of float32.
    private static void Enlarge<T>(Sequential<T> layers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ref var weight in ((Dense<T>)layers.Layers[^1]).Weights.Value.Elements)
            weight *= T.CreateTruncating(10);
    }

    // B = 0.5 (B - 0.3), the next task costing 0.3 at resource 0 and 0.5 at the other, and occupying nothing.
    private const double NextValue = -0.3;

    private static double TruePrice(int resource, int level) => 0.2 + 0.4 * resource + 0.1 * level;

    private static float[] Features(float x) => [x, 1, 0, x, 0, 1];

    private static void Train(PricedSac<float> sac, int updates, int skip = 0)
    {
        var (memory, batch) = (Memory(), new TransitionBatch<float>(Tiny.Layout, Tiny.Batch));
        for (var i = 0; i < skip + updates; i++)
        {
            memory.Sample(batch);
            if (i >= skip)
                sac.Update(batch);
        }
    }

    // What a task takes from later ones is in its reward, at the true prices, under noise.
    private static ReplayMemory Memory()
    {
        var memory = new ReplayMemory(Tiny.Layout, 2000, new RandomStream(1, "replay"));
        var random = new RandomStream(1, "world");
        var (state, next) = (new float[Tiny.Layout.Features], new float[Tiny.Layout.Features]);
        for (var i = 0; i < 2000; i++)
        {
            Features((float)random.NextUniform()).CopyTo(state, 0);
            Features((float)random.NextUniform()).CopyTo(next, 0);
            var (costs, occupancies) = (new[] { 0.1f, 0.2f, 0.3f, 0.4f }, new[] { 1f, 2f, 1f, 2f });
            costs.CopyTo(PricedState.Costs(state.AsSpan(), Tiny));
            occupancies.CopyTo(PricedState.Occupancies(state.AsSpan(), Tiny));
            new[] { 0.3f, 9, 0.5f, 9 }.CopyTo(PricedState.Costs(next.AsSpan(), Tiny));
            PricedState.Size(state.AsSpan()) = 0.5f + (float)random.NextUniform();
            var action = random.NextBelow(4);
            var later = PricedState.Size(state.AsSpan()) * occupancies[action] * TruePrice(action / 2, action % 2);
            memory.Add(new Transition
            {
                State = state,
                Mask = [true, true, true, true],
                Action = action,
                Reward = (float)(-costs[action] - later + (i % 2 == 0 ? 0.1 : -0.1)),
                Discount = 0.5f,
                NextState = next,
                NextMask = [true, false, true, false],
            });
        }

        return memory;
    }

    private static byte[] Bytes(PricedSac<float> sac)
    {
        using var file = new MemoryStream();
        Checkpoint.Write(file, "priced", sac);
        return file.ToArray();
    }
}
