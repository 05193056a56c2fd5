using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Replay;
using ControlPlane.Learning.Shaping;
using ControlPlane.Policies.Generation.Learned;
using ControlPlane.Simulation.Generation.Training;
using ControlPlane.Simulation.Scenarios;
using MathNet.Numerics.Statistics;

namespace ControlPlane.Core.Tests.Generation.Learned.Guards;

/// <summary>What shapers learn from pay-outs of <c>aigc-hard</c> holds on days that they were never told of (aigc-energy.md, section 12, test 8).</summary>
public sealed class ShaperGuardTests
{
    private const int FirstHeldOut = 101;
    private const int Window = 72;
    private static readonly GenerationDays Hard = GenerationReader.Read(Path.Combine(Repository.Root, "scenarios", "aigc-hard.yaml"));
    private static readonly SchedulingShape Shape = GenerationTrainingSession.ShapeOf(Hard.Day);
    private static readonly PayOutSettings EverySlot = new();
    private static readonly PayOutSettings EverySixSlots = new() { Mode = PayOutMode.Delayed, Slots = 6 };

    [Theory]
    [InlineData(EstimatorKind.Diffusion)]
    [InlineData(EstimatorKind.Network)]
    public void A_decomposition_ranks_windows_that_it_never_saw_as_their_pay_outs_do(EstimatorKind estimator)
    {
        var shaper = Taught(new(Width, Shape.Actions) { Estimator = estimator, Seed = 1 }, EverySixSlots);
        var (said, ofActions, paid) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var day in HeldOut(EverySixSlots))
        {
            var rewards = Shaped(shaper, day, i => day[i].Action);
            // The same states with actions of elsewhere: what remains is what the shaper says of the actions, which states alone cannot tell.
            var others = Shaped(shaper, day, i => day[(i * 7919 + 1) % day.Count].Action);
            for (var (first, end) = (0, 1); end <= day.Count; end++)
            {
                if (!day[end - 1].IsPayOut)
                    continue;
                said.Add(rewards[first..end].Average());
                ofActions.Add(said[^1] - others[first..end].Average());
                paid.Add(day[end - 1].Reward / (end - first));
                first = end;
            }
        }

        Assert.True(paid.Count >= 96);
        Above(0.6, Correlation.Spearman(said, paid));
        Above(0.2, Correlation.Spearman(ofActions, paid));
    }

    // With delayed pay-outs the horizon has to be as long as a window: a shorter one sees a pay-out or none, which is the place in the window and no state tells.
    [Theory]
    [InlineData(EstimatorKind.Diffusion, false, 36)]
    [InlineData(EstimatorKind.Network, false, 36)]
    [InlineData(EstimatorKind.Diffusion, true, Window)]
    [InlineData(EstimatorKind.Network, true, Window)]
    public void A_potential_goes_with_the_return_of_states_that_it_never_saw(EstimatorKind estimator, bool isDelayed, int horizon)
    {
        var payOut = isDelayed ? EverySixSlots : EverySlot;
        var settings = new ShaperSettings(Width, Shape.Actions) { Mode = ShapingMode.Potential, Weight = 1, Estimator = estimator, Horizon = horizon, Seed = 1 };
        var shaper = Taught(settings, payOut);
        var (said, came) = (new List<double>(), new List<double>());
        foreach (var day in HeldOut(payOut))
        {
            // Without a reward and with nothing after it, what is left of r + γ Φ' - Φ is -Φ.
            said.AddRange(Shaped(shaper, day, _ => 0).Select(reward => -reward));
            came.AddRange(Enumerable.Range(0, day.Count).Select(i => Return(day, i, settings)));
        }

        Assert.True(came.StandardDeviation() > 1);
        Above(0.8, Correlation.Pearson(said, came));
    }

    private static int Width => new SchedulingFeatures(Shape, hasQuotes: false).Width;

    private static RewardShaper<float> Taught(ShaperSettings settings, PayOutSettings payOut)
    {
        var shaper = new RewardShaper<float>(settings, ManagedBackend.Create<float>());
        foreach (var told in Days(1, TestScale.Pick(8, 11), payOut).SelectMany(day => day))
        {
            shaper.Decided(told.State, told.Action);
            shaper.Paid(told.Reward, told.IsPayOut, told.IsEnd);
        }

        for (var step = 0; step < TestScale.Pick(1200, 4000); step++)
            shaper.Train();
        Assert.True(shaper.IsReady);
        return shaper;
    }

    private static IEnumerable<List<ToldDecision>> HeldOut(PayOutSettings payOut) => Days(FirstHeldOut, TestScale.Pick(3, 10), payOut);

    private static IEnumerable<List<ToldDecision>> Days(int first, int count, PayOutSettings payOut) =>
        Enumerable.Range(first, count).Select(seed => VariedDay.Play(Hard.Of(seed), Shape, payOut, seed));

    // What is made of rewards of 0.
    private static double[] Shaped(RewardShaper<float> shaper, List<ToldDecision> day, Func<int, int> actionOf)
    {
        var batch = new TransitionBatch<float>(new(Width, Shape.Actions), 256);
        var rewards = new double[day.Count];
        for (var first = 0; first < day.Count; first += batch.Size)
        {
            var rows = Math.Min(batch.Size, day.Count - first);
            batch.Rewards.AsSpan().Clear();
            for (var row = 0; row < rows; row++)
            {
                day[first + row].State.CopyTo(batch.States.Row(row));
                batch.Actions[row] = actionOf(first + row);
            }

            shaper.Shape(batch);
            for (var row = 0; row < rows; row++)
                rewards[first + row] = batch.Rewards[row];
        }

        return rewards;
    }

    private static double Return(List<ToldDecision> day, int from, ShaperSettings settings)
    {
        var (sum, weight) = (0.0, 1.0);
        for (var i = from; i < Math.Min(day.Count, from + settings.Horizon); i++)
        {
            sum += weight * day[i].Reward;
            weight *= settings.Discount;
        }

        return sum;
    }

    private static void Above(double least, double correlation) => Assert.True(correlation > least, $"the correlation is {correlation:0.000}, not above {least}");
}
