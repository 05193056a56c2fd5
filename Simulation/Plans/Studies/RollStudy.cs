using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Rolling;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Plans.Studies;

/// <summary>Instances planned again and again with forecasts that err.</summary>
/// <param name="Runs">A run an instance.</param>
public sealed record RollStudy(IReadOnlyList<RollRun> Runs)
{
    /// <summary>Mean and 95 % interval over the instances of what is asked of an account.</summary>
    /// <param name="plan">Index of the account, as in <see cref="RollRun.Names"/>.</param>
    /// <param name="value">What is asked.</param>
    public Estimate Of(int plan, Func<PlanAccount, double> value) =>
        Estimate.Of(Runs.Select(run => run.Accounts[plan]).OfType<PlanAccount>().Select(value));

    /// <summary>Mean and 95 % interval of the benefit over that of perfect foresight.</summary>
    /// <param name="plan">Index of the account.</param>
    public Estimate ShareOfForesight(int plan) => Estimate.Of(Runs.Select(run => run.ShareOfForesight(run.Accounts[plan])));

    /// <summary>Rolls through instances, one after the other; the errors of each have the seed after that of the one before.</summary>
    /// <param name="planner">What plans.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="settings">How often, how far and with what knowledge.</param>
    /// <param name="progress">Told which instance, and how far it has come.</param>
    /// <param name="cancellationToken">Ends it with an exception.</param>
    public static async Task<RollStudy> RunAsync(
        JointPlanner planner, IReadOnlyList<JointInstance> instances, RollingSettings settings, Action<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(planner);
        ArgumentNullException.ThrowIfNull(instances);
        ArgumentNullException.ThrowIfNull(settings);
        var runs = new List<RollRun>();
        foreach (var truth in instances)
        {
            var own = settings with { Forecast = settings.Forecast with { Seed = settings.Forecast.Seed + runs.Count } };
            progress?.Invoke($"{truth.Name}, perfect foresight");
            var foresight = await planner.PlanAsync(truth, cancellationToken: cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            var rolled = await RollingPlanner.RunAsync(truth, planner, own, new Relay(slot => progress?.Invoke($"{truth.Name}, slot {slot + 1} of {truth.Slots}")), cancellationToken).ConfigureAwait(false);
            runs.Add(new RollRun(truth, own.Forecast.Seed, foresight, rolled, PlanReplay.Run(truth, Unplanned.Plan(truth))));
        }

        return new RollStudy(runs);
    }

    // Progress<T> would post to a thread pool, out of order.
    private sealed class Relay(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
