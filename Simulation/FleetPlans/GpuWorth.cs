using ControlPlane.Planning.Joint;

namespace ControlPlane.Simulation.FleetPlans;

/// <summary>
/// What a GPU-hour of a site is worth in a plan of elastic work, by complementary slackness: a site that is full saves, with every further GPU, what the dearest work costs that any site with room still does.
/// The dual of the row of the site's GPUs would say the same, were it not shared with the bounds of the routes, which carry all of it where a single class fills a site.
/// </summary>
/// <param name="instance">The instance.</param>
/// <param name="plan">Its plan.</param>
/// <param name="prices">The plan's prices.</param>
internal sealed class GpuWorth(JointInstance instance, JointPlan plan, PlanPrices prices)
{
    private const double Least = 1e-6;

    /// <summary>What a GPU-hour is worth, USD; 0 where a site has room.</summary>
    /// <param name="site">The site.</param>
    /// <param name="slot">The slot.</param>
    public double UsdPerGpuH(int site, int slot)
    {
        if (HasRoom(site, slot))
            return 0;
        var worth = 0.0;
        for (var k = 0; k < plan.Routes.Count; k++)
        {
            if (plan.Routes[k][site, slot] > Least)
                worth = Math.Max(worth, MarginalUsd(k, slot) - Cost(site, slot));
        }

        return worth;
    }

    // What the dearest work of a class costs that is done where there is room, or is not done.
    private double MarginalUsd(int k, int slot)
    {
        var (inference, route) = (instance.Classes[k], plan.Routes[k]);
        if (inference.DemandGpus[slot] - route.Served(slot) > Least)
            return inference.UnservedUsdPerGpuH;
        var used = inference.Sites.Where(s => route[s, slot] > Least).ToList();
        var open = used.Where(s => HasRoom(s, slot)).ToList();
        return (open.Count > 0 ? open : used).Max(s => Cost(s, slot));
    }

    private bool HasRoom(int site, int slot) => instance.Sites[site].Gpus[slot] - plan.Routes.Sum(r => r[site, slot]) > Least;

    private double Cost(int site, int slot)
    {
        var at = instance.Sites[site];
        return prices.EnergyUsdPerMwh[site][slot] * at.MwPerGpu * at.Pue[slot];
    }
}
