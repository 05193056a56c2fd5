using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Published;

/// <summary>
/// eco_route of CHSAC-AF's public code: the site, GPU count and clock with the least energy, emissions or money per unit, wherever that is and however many jobs wait there.
/// The published code forgets the count and clock that it chose on the way; here the job gets them.
/// </summary>
public sealed class EcoRoute : IPlacementPolicy
{
    private readonly PolicyContext _context;
    private readonly string _objective;
    private readonly Allocation[] _best;

    /// <summary>Searches the grid of every site once.</summary>
    /// <param name="context">What the policy is made with.</param>
    /// <param name="objective">energy, carbon or cost.</param>
    public EcoRoute(PolicyContext context, string objective)
    {
        ArgumentNullException.ThrowIfNull(context);
        (_context, _objective) = (context, objective);
        _best = [.. context.Model.Tables.Select(t => t.LeastEnergy())];
    }

    /// <summary>Its settings.</summary>
    public static IReadOnlyList<PolicyParameter> Parameters { get; } =
        [new("objective", "cost", "What is least: joules, kg CO₂ or USD per unit.", 1, 0, Words: ["energy", "carbon", "cost"])];

    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (best, least) = (-1, double.PositiveInfinity);
        for (var site = 0; site < view.Sites.Length; site++)
        {
            if (Feasibility.Check(job, view.Sites[site]) == MaskReason.None && Score(view, site) is var score && score < least)
                (best, least) = (site, score);
        }

        return best < 0 ? Placement.Hold : new Placement(best, _best[best]);
    }

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site) =>
        _best[site.Site] with { Gpus = Math.Min(_best[site.Site].Gpus, site.FreeGpus) };

    /// <inheritdoc/>
    public Explanation Explain(in Job job, FleetView view) => new(
        "The site with the least of its objective per unit, at the GPU count and clock that need least; free GPUs do not matter.",
        _objective switch { "energy" => "J per unit", "carbon" => "mg CO₂ per unit", _ => "µUSD per unit" },
        Scoring.Options(job, view, needsFreeGpu: false, site => _best[site], site => Score(view, site)),
        []);

    private double Score(FleetView view, int site)
    {
        const double JoulesPerKwh = 3.6e6;
        const double Micro = 1e6;
        var joules = _context.Model.Tables[site].JoulesPerUnit(_best[site]);
        var rate = view.Rates[site];
        return _objective switch
        {
            "energy" => joules,
            "carbon" => joules / JoulesPerKwh * rate.CarbonKgPerKwh * Micro,
            _ => joules / JoulesPerKwh * rate.UsdPerKwh * Micro,
        };
    }
}
