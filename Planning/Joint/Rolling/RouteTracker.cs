using ControlPlane.Planning.Routing;

namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>
/// Routes inference between two plans with the Bregman router. Each class is two to it, the share that must be served and the rest, which cost differently when they are not served; the
/// sites are what jobs leave of them, and one more that stands for what is not served.
/// </summary>
internal sealed class RouteTracker(JointInstance truth, RollingState state)
{
    private const double Open = 1e6;
    private const double Least = 1e-9;

    // A slot is long and demand far from what it was: many small steps, which take a millisecond.
    private readonly BregmanRouter _router = new(2 * truth.Classes.Count, truth.Sites.Count + 1, new RoutingSettings { StepsPerTick = 500, ProjectionsPerTick = 200 });

    private int Sites => truth.Sites.Count;

    private int Wide => Sites + 1;

    /// <summary>Begins with the shares of a plan's first slot.</summary>
    public void Begin(JointPlan plan, JointInstance planned)
    {
        var shares = new double[2 * truth.Classes.Count * Wide];
        for (var k = 0; k < truth.Classes.Count; k++)
        {
            var (demand, served) = (Math.Max(planned.Classes[k].DemandGpus[0], Least), plan.Routes[k].Served(0));
            var must = truth.Classes[k].MinServedShare * demand;
            Begin(shares.AsSpan(2 * k * Wide, Wide), plan.Routes[k], served, Math.Min(1, served / Math.Max(must, Least)));
            Begin(shares.AsSpan((2 * k + 1) * Wide, Wide), plan.Routes[k], served, Math.Clamp((served - must) / Math.Max(demand - must, Least), 0, 1));
        }

        _router.Begin(shares);
    }

    /// <summary>GPUs for each class at each site in a slot, never more than are free.</summary>
    public RoutePlan[] Route(int slot)
    {
        var free = FreeGpus.In(truth, state, slot);
        double[] demand = [.. truth.Classes.SelectMany(k => new[] { k.MinServedShare * k.DemandGpus[slot], (1 - k.MinServedShare) * k.DemandGpus[slot] })];
        _router.Tick(Problem(slot, free, demand));
        double[][] gpus = [.. truth.Classes.Select((_, k) => Enumerable.Range(0, Sites).Select(s => demand[2 * k] * Share(2 * k, s) + demand[2 * k + 1] * Share(2 * k + 1, s)).ToArray())];
        return FreeGpus.Cut(gpus, free);
    }

    private double Share(int row, int site) => _router.Shares[row * Wide + site];

    // A part of what is served, where all of it is, and the rest of it nowhere.
    private void Begin(Span<double> shares, RoutePlan route, double served, double part)
    {
        for (var s = 0; s < Sites; s++)
            shares[s] = part * route[s, 0] / Math.Max(served, Least);
        shares[Sites] = Math.Max(1 - part, 1e-3);
    }

    private RoutingProblem Problem(int slot, double[] free, double[] demand)
    {
        var costs = new double[demand.Length * Wide];
        for (var row = 0; row < demand.Length; row++)
        {
            var inference = truth.Classes[row / 2];
            for (var s = 0; s < Sites; s++)
                costs[row * Wide + s] = inference.LatencyMs[s] > inference.LatencyLimitMs || free[s] <= 0 ? double.PositiveInfinity : EnergyUsd(truth.Sites[s], slot, inference);
            costs[row * Wide + Sites] = inference.RevenueUsdPerGpuH + inference.UnservedUsdPerGpuH + (row % 2 == 0 ? truth.ShortfallUsdPerGpuH : 0);
        }

        return new RoutingProblem([.. demand.Select(d => Math.Max(d, Least))], [.. free.Select(f => Math.Max(f, Least)), Open], costs);
    }

    private double EnergyUsd(JointSite site, int slot, InferenceClass inference) =>
        site.Pue[slot] * site.MwPerGpu * inference.PowerShare * (site.ImportUsdPerMwh[slot] + truth.Carbon.UsdPerT * site.GridTPerMwh[slot]);
}
