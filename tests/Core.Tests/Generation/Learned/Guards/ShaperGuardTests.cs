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
    private const int WindowsOfDay = 48;
    private static readonly GenerationDays Hard = GenerationReader.Read(Path.Combine(Repository.Root, "scenarios", "aigc-hard.yaml"));
    private static readonly SchedulingShape Shape = GenerationTrainingSession.ShapeOf(Hard.Day);
    private static readonly PayOutSettings EverySlot = new();
    private static readonly PayOutSettings EverySixSlots = new() { Mode = PayOutMode.Delayed, Slots = 6 };

    // How busy an hour is says much of what it pays, and that alone ranks windows at 0.6: so each window is held against those of its hour, too.
    [Theory]
    [InlineData(EstimatorKind.Diffusion)]
    [InlineData(EstimatorKind.Network)]
    public void A_decomposition_ranks_windows_that_it_never_saw_as_their_pay_outs_do(EstimatorKind estimator)
    {
        var shaper = Taught(new(Width, Shape.Actions) { Estimator = estimator, Seed = 1 }, EverySixSlots);
        var (usual, windows) = (Windows(shaper, Known(EverySixSlots)), Windows(shaper, HeldOut(EverySixSlots)));
        Assert.True(windows.Count >= 96);
        Above(0.6, Correlation.Spearman(windows.Select(w => w.Said), windows.Select(w => w.Paid)));
        Above(0.6, Correlation.Spearman(OffTheirHour(windows, usual, w => w.Said), OffTheirHour(windows, usual, w => w.Paid)));
        Above(0.4, Correlation.Spearman(OffTheirHour(windows, usual, w => w.OfActions), OffTheirHour(windows, usual, w => w.Paid)));
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

    // Means over the decisions of each window: what the shaper says, how much of it is due to the actions, and what was paid.
    private static List<WindowFigures> Windows(RewardShaper<float> shaper, IEnumerable<List<ToldDecision>> days)
    {
        var windows = new List<WindowFigures>();
        foreach (var day in days)
        {
            var rewards = Shaped(shaper, day, i => day[i].Action);
            // The same states with actions of elsewhere.
            var others = Shaped(shaper, day, i => day[(i * 7919 + 1) % day.Count].Action);
            for (var (first, end) = (0, 1); end <= day.Count; end++)
            {
                if (!day[end - 1].IsPayOut)
                    continue;
                var said = rewards[first..end].Average();
                windows.Add(new(said, said - others[first..end].Average(), day[end - 1].Reward / (end - first)));
                first = end;
            }
        }

        Assert.Equal(0, windows.Count % WindowsOfDay);
        return windows;
    }

    private static IEnumerable<double> OffTheirHour(
        List<WindowFigures> windows, List<WindowFigures> usual, Func<WindowFigures, double> of) =>
        windows.Select((w, i) => of(w) - usual.Where((_, j) => j % WindowsOfDay == i % WindowsOfDay).Average(of));

    private static RewardShaper<float> Taught(ShaperSettings settings, PayOutSettings payOut)
    {
        var shaper = new RewardShaper<float>(settings, ManagedBackend.Create<float>());
        foreach (var told in Known(payOut).SelectMany(day => day))
        {
            shaper.Decided(told.State, told.Action);
            shaper.Paid(told.Reward, told.IsPayOut, told.IsEnd);
        }

        for (var step = 0; step < TestScale.Pick(1200, 4000); step++)
            shaper.Train();
        Assert.True(shaper.IsReady);
        return shaper;
    }

    private static IEnumerable<List<ToldDecision>> Known(PayOutSettings payOut) => Days(1, TestScale.Pick(8, 11), payOut);

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
