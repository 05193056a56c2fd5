namespace ControlPlane.Policies.Fluid;

/// <summary>
/// Steers the mean service time that the LP may use, so that the realised one meets the budget: jobs that found their option full ran elsewhere,
/// and a plan that is always followed late misses its own mean. Integral control: what the jobs so far are ahead or behind is made up for over the
/// next <see cref="HorizonJobs"/> mean jobs.
/// </summary>
/// <param name="budgetS">Mean service time to keep, s; infinite for none.</param>
internal sealed class BudgetSteering(double budgetS)
{
    private const double HorizonJobs = 2000;
    private const double LeastFactor = 0.8;
    private const double MostFactor = 1.25;

    // Seconds by which the jobs so far are faster than the budget.
    private double _aheadS;

    /// <summary>The budget for the next plan, s.</summary>
    public double PlanS => budgetS + _aheadS / HorizonJobs;

    /// <summary>Books a placed job by its work, which carries less noise than by its own service time and has the same mean.</summary>
    /// <param name="sizeUnits">Its size, units.</param>
    /// <param name="secondsPerUnit">Its speed where it was placed, s/unit.</param>
    /// <param name="meanSizeUnits">Mean job size, units.</param>
    public void Placed(double sizeUnits, double secondsPerUnit, double meanSizeUnits)
    {
        if (double.IsInfinity(budgetS))
            return;
        var aheadS = _aheadS + (budgetS - meanSizeUnits * secondsPerUnit) * (sizeUnits / meanSizeUnits);
        // A budget that cannot be met must not pile up a debt to be paid off later.
        _aheadS = Math.Clamp(aheadS, (LeastFactor - 1) * budgetS * HorizonJobs, (MostFactor - 1) * budgetS * HorizonJobs);
    }
}
