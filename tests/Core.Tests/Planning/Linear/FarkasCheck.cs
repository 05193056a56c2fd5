using ControlPlane.Planning.Linear;

namespace ControlPlane.Core.Tests.Planning.Linear;

/// <summary>Checks that a ray proves infeasibility: the range of y'A x over the box misses the range of y'r over the row bounds.</summary>
internal static class FarkasCheck
{
    public static bool Proves(LinearProgram program, IReadOnlyList<double> ray)
    {
        double low = 0, high = 0;
        for (int j = 0; j < program.ColumnCount; j++)
        {
            double weight = 0, size = 0;
            for (int k = 0; k < program.ColumnRows(j).Length; k++)
            {
                double term = ray[program.ColumnRows(j)[k]] * program.ColumnCoefficients(j)[k];
                weight += term;
                size += Math.Abs(term);
            }

            if (Math.Abs(weight) > 1e-9 * size) AddRange(weight, program.ColumnLowers[j], program.ColumnUppers[j], ref low, ref high);
        }

        double rowLow = 0, rowHigh = 0;
        for (int i = 0; i < program.RowCount; i++)
        {
            if (ray[i] != 0) AddRange(ray[i], program.RowLowers[i], program.RowUppers[i], ref rowLow, ref rowHigh);
        }

        return low > rowHigh + 1e-9 || high < rowLow - 1e-9;
    }

    private static void AddRange(double weight, double lower, double upper, ref double low, ref double high)
    {
        low += weight > 0 ? weight * lower : weight * upper;
        high += weight > 0 ? weight * upper : weight * lower;
    }
}
