using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned;

/// <summary>Learns to place from the decisions of worlds that it joins. Serves one thread; its state can be kept while no world runs.</summary>
public interface IPlacementLearner : ICheckpointed
{
    /// <summary>How it decides and learns: <c>priced</c> or <c>paper</c>.</summary>
    string Preset { get; }

    /// <summary>Decisions seen.</summary>
    long Decisions { get; }

    /// <summary>Updates made.</summary>
    long Updates { get; }

    /// <summary>The one mean service time that its models keep, s; null when they keep any.</summary>
    double? BudgetS { get; }

    /// <summary>Names of the numbers that tell how learning goes.</summary>
    IReadOnlyList<string> FigureNames { get; }

    /// <summary>The numbers, after the last update.</summary>
    /// <param name="figures">As many as there are names; written.</param>
    void WriteFigures(Span<double> figures);

    /// <summary>Makes the policy by which it decides and learns in one world.</summary>
    /// <param name="context">What a policy is made with.</param>
    IPlacementPolicy Join(PolicyContext context);

    /// <summary>A copy of what has been learned so far.</summary>
    /// <param name="scenario">What it learns from, for its card.</param>
    ILearnedModel Snapshot(string scenario);
}
