using ControlPlane.Planning.Routing;

namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>Routes inference between two plans with the Bregman router: sites with what jobs leave of them, and one more that stands for what is not served.</summary>
internal sealed class RouteTracker(JointInstance truth, RollingState state)
{
    private const double Open = 1e6;
    // A slot is long and demand far from what it was: many small steps, which take a millisecond.
    private readonly BregmanRouter _router = new(truth.Classes.Count, truth.Sites.Count + 1, new RoutingSettings { StepsPerTick = 500, ProjectionsPerTick = 200 });

    /// <summary>Begins with the shares of a plan's first slot.</summary>
    public void Begin(JointPlan plan, JointInstance planned)
    {
        var shares = new double[truth.Classes.Count * (truth.Sites.Count + 1)];
        for (var k = 0; k < truth.Classes.Count; k++)
        {
            var demand = Math.Max(planned.Classes[k].DemandGpus[0], 1e-9);
            for (var s = 0; s < truth.Sites.Count; s++)
                shares[k * (truth.Sites.Count + 1) + s] = plan.Routes[k][s, 0] / demand;
            shares[k * (truth.Sites.Count + 1) + truth.Sites.Count] = Math.Max(1e-3, 1 - plan.Routes[k].Served(0) / demand);
        }

        _router.Begin(shares);
    }

    /// <summary>GPUs for each class at each site in a slot, never more than are free.</summary>
    public RoutePlan[] Route(int slot)
    {
        var free = FreeGpus.In(truth, state, slot);
        _router.Tick(Problem(slot, free));
        var wide = truth.Sites.Count + 1;
        double[][] gpus = [.. truth.Classes.Select((k, index) => Enumerable.Range(0, truth.Sites.Count).Select(s => k.DemandGpus[slot] * _router.Shares[index * wide + s]).ToArray())];
        return FreeGpus.Cut(gpus, free);
    }

    private RoutingProblem Problem(int slot, double[] free)
    {
        var wide = truth.Sites.Count + 1;
        var costs = new double[truth.Classes.Count * wide];
        for (var k = 0; k < truth.Classes.Count; k++)
        {
            var inference = truth.Classes[k];
            for (var s = 0; s < truth.Sites.Count; s++)
            {
                var site = truth.Sites[s];
                costs[k * wide + s] = inference.LatencyMs[s] > inference.LatencyLimitMs || free[s] <= 0
                    ? double.PositiveInfinity
                    : site.Pue[slot] * site.MwPerGpu * inference.PowerShare * (site.ImportUsdPerMwh[slot] + truth.Carbon.UsdPerT * site.GridTPerMwh[slot]);
            }

            costs[k * wide + truth.Sites.Count] = inference.RevenueUsdPerGpuH + inference.UnservedUsdPerGpuH + truth.ShortfallUsdPerGpuH * inference.MinServedShare;
        }

        return new RoutingProblem([.. truth.Classes.Select(k => Math.Max(k.DemandGpus[slot], 1e-9))], [.. free.Select(f => Math.Max(f, 1e-9)), Open], costs);
    }
}
