namespace ControlPlane.Planning.MixedInteger;

/// <summary>Whether every point of a programme has a whole objective, so that a bound may be rounded up.</summary>
internal static class WholeObjective
{
    private const double MostCost = 1e9;

    public static bool Of(MixedIntegerProgram program)
    {
        for (var j = 0; j < program.Linear.ColumnCount; j++)
        {
            var cost = program.Linear.Costs[j];
            if (cost != 0 && (!program.IsInteger(j) || cost != Math.Round(cost) || Math.Abs(cost) > MostCost)) return false;
        }

        return true;
    }
}
