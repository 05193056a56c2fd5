using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>Narrows whole numbers by the root's reduced costs: a move that would cost more than the cutoff allows is none to look at.</summary>
internal static class ReducedCostFixing
{
    private const double LeastReducedCost = 1e-7;

    /// <summary>Narrows the relaxation for the whole search; whether anything could be.</summary>
    public static bool Apply(Relaxation relaxation, LinearSolution root, double cutoff)
    {
        var slack = Math.Max(0, cutoff - root.Objective);
        var any = false;
        foreach (var j in relaxation.Integers)
        {
            var reduced = root.ReducedCosts[j];
            if (Math.Abs(reduced) < LeastReducedCost || root.Basis.Columns[j] == VariableStatus.Basic) continue;
            var room = Math.Floor(slack / Math.Abs(reduced) + MixedIntegerCheck.Tolerance);
            var value = Math.Round(root.Values[j]);
            if (reduced > 0) relaxation.Narrow(j, double.NegativeInfinity, value + room);
            else relaxation.Narrow(j, value - room, double.PositiveInfinity);
            any = true;
        }

        return any;
    }
}
