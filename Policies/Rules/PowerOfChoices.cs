using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Rules;

/// <summary>The least loaded of d feasible sites drawn at random (Mitzenmacher, IEEE TPDS 12(10), 2001).</summary>
/// <param name="context">What the policy is made with.</param>
/// <param name="settings">Its settings.</param>
public sealed class PowerOfChoices(PolicyContext context, PolicySettings settings) : RulePolicy(context, settings)
{
    private readonly int _choices = settings.Count("d");
    private readonly int[] _drawn = new int[context.Model.SiteCount];

    /// <summary>Its settings.</summary>
    public static IReadOnlyList<PolicyParameter> Parameters { get; } =
        [.. SharedParameters, new("d", "2", "Sites drawn at random, of which the least loaded gets the job.", 1, 1000, IsInteger: true)];

    /// <inheritdoc/>
    public override Explanation Explain(in Job job, FleetView view) =>
        new(
            $"The least loaded of {_choices} sites drawn at random.",
            "GPUs asked for by running, waiting and arriving jobs, per working GPU",
            Options(job, view),
            []);

    /// <inheritdoc/>
    protected override double? Score(in Job job, FleetView view, int site) => LoadOf(view, site);

    /// <inheritdoc/>
    protected override int Choose(in Job job, FleetView view)
    {
        var feasible = FeasibleSites(job, view);
        feasible.CopyTo(_drawn);
        var best = -1;
        // The first steps of a Fisher-Yates shuffle draw without replacement.
        for (var i = 0; i < Math.Min(_choices, feasible.Length); i++)
        {
            var j = i + Context.Random.NextBelow(feasible.Length - i);
            (_drawn[i], _drawn[j]) = (_drawn[j], _drawn[i]);
            if (best < 0 || LoadOf(view, _drawn[i]) < LoadOf(view, best))
                best = _drawn[i];
        }

        return best;
    }
}
