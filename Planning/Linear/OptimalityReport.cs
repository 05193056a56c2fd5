namespace ControlPlane.Planning.Linear;

/// <summary>
/// Residuals of the optimality conditions of a solution, all relative: each is divided by one plus the sizes it is a difference of.
/// </summary>
/// <param name="PrimalInfeasibility">Largest violation of a row or column bound.</param>
/// <param name="DualInfeasibility">Largest error of <c>reduced cost = cost - duals' A</c>, or price on a bound that does not exist.</param>
/// <param name="Complementarity">Largest price times distance from the bound that it prices.</param>
/// <param name="DualityGap">Difference of the primal and the dual objective.</param>
public readonly record struct OptimalityReport(
    double PrimalInfeasibility, double DualInfeasibility, double Complementarity, double DualityGap)
{
    /// <summary>The largest of the residuals.</summary>
    public double Worst => Math.Max(Math.Max(PrimalInfeasibility, DualInfeasibility), Math.Max(Complementarity, DualityGap));

    /// <summary>Whether all residuals are within a tolerance, which proves the solution optimal to that tolerance.</summary>
    public bool IsOptimal(double tolerance) => Worst <= tolerance;
}
