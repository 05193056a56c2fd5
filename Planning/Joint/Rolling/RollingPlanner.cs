using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>
/// Plans, carries the first slots out with everything as it really is, and plans again from where that leads: what runs goes on, batteries hold what they hold, units owe what they owe
/// of their times up and down, and the carbon budget is what is left of it.
/// </summary>
public static class RollingPlanner
{
    /// <summary>Runs through an instance.</summary>
    /// <param name="truth">Everything as it really is. Only the present and what is known of jobs is seen; the rest is forecast.</param>
    /// <param name="planner">What plans; with prices, so that what is left open in a slot knows what the carbon budget is worth.</param>
    /// <param name="settings">How often, how far and with what knowledge; null for the defaults.</param>
    /// <param name="progress">Told after each slot which it was.</param>
    /// <param name="cancellationToken">Ends it with an exception.</param>
    /// <exception cref="ArgumentException">The instance or a setting is not allowed.</exception>
    public static async Task<RollingResult> RunAsync(
        JointInstance truth, JointPlanner planner, RollingSettings? settings = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(planner);
        truth.Check();
        settings ??= new RollingSettings();
        settings.Check();
        var state = new RollingState(truth);
        var (execution, tracker) = (new SlotExecution(truth, state), new RouteTracker(truth, state));
        var (window, plan, solves) = ((RollingWindow?)null, (JointPlan?)null, new List<RollingSolve>());
        for (var slot = 0; slot < truth.Slots; slot++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (slot % settings.ReplanSlots == 0 || plan is null || slot - window!.FirstSlot >= window.Instance.Slots)
            {
                var next = RollingWindow.Make(truth, state, settings, slot);
                var result = await planner.PlanAsync(next.Instance, cancellationToken: cancellationToken).ConfigureAwait(false);
                solves.Add(new RollingSolve(slot, next.Instance.Slots, result));
                // Without a new plan the one before goes on, as far as it reaches.
                if (result.Plan is not null || plan is null || slot - window!.FirstSlot >= window.Instance.Slots)
                    (window, plan) = (next, result.Plan);
                if (plan is not null && ReferenceEquals(window, next))
                {
                    tracker.Begin(plan, window.Instance);
                    execution.CarbonUsdPerT = truth.Carbon.UsdPerT + (result.Prices?.CarbonUsdPerT ?? 0);
                }
            }

            var at = slot - window.FirstSlot;
            execution.Begin(slot, plan, at, window);
            execution.Run(slot, plan, at, window, Routes(truth, state, settings.Routing, tracker, plan, window, slot));
            progress?.Report(slot);
        }

        var done = state.Done();
        return new RollingResult(done, PlanReplay.Run(truth, done), solves);
    }

    private static RoutePlan[]? Routes(
        JointInstance truth, RollingState state, RollingRouting routing, RouteTracker tracker, JointPlan? plan, RollingWindow window, int slot) => routing switch
        {
            _ when plan is null => null,
            RollingRouting.Bregman => tracker.Route(slot),
            RollingRouting.Held => FreeGpus.Cut([.. plan.Routes.Select((route, k) => Held(truth, route, k, window, slot))], FreeGpus.In(truth, state, slot)),
            _ => null,
        };

    // The plan's shares of the demand as it is.
    private static double[] Held(JointInstance truth, RoutePlan route, int k, RollingWindow window, int slot)
    {
        var at = slot - window.FirstSlot;
        var factor = truth.Classes[k].DemandGpus[slot] / Math.Max(window.Instance.Classes[k].DemandGpus[at], 1e-9);
        return [.. Enumerable.Range(0, truth.Sites.Count).Select(s => factor * route[s, at])];
    }
}
