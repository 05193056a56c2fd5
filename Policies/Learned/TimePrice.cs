namespace ControlPlane.Policies.Learned;

/// <summary>
/// The price of service time, J per unit for a second of mean service time: the Lagrange multiplier of the latency constraint, found on line by integral
/// control on its logarithm. It rises while jobs take longer than the budget, and falls while there is room; what the jobs so far were ahead or behind is made up
/// for over the next <see cref="HorizonJobs"/>.
/// </summary>
/// <param name="budgetS">Mean service time to keep, s; infinite for none.</param>
/// <param name="first">The price to begin with, &gt; 0.</param>
internal sealed class TimePrice(double budgetS, double first)
{
    private const double HorizonJobs = 2000;
    private const double Gain = 0.004;
    private const double MostDebt = 0.25;
    // The price moves within this factor of its beginning, both ways.
    private const double MostFactor = 1e4;

    private readonly double _least = Math.Log(first / MostFactor);
    private readonly double _most = Math.Log(first * MostFactor);
    private double _logarithm = Math.Log(first);
    private double _behindS;

    /// <summary>J per unit and second.</summary>
    public double Value => double.IsInfinity(budgetS) ? first / MostFactor : Math.Exp(_logarithm);

    /// <summary>The budget, s.</summary>
    public double BudgetS => budgetS;

    /// <summary>Learns from a placed job.</summary>
    /// <param name="serviceS">Service time that a job of mean size has there, s.</param>
    /// <param name="weight">The job's size over the mean.</param>
    /// <param name="isScarce">Whether jobs wait for GPUs: more of them for each would only make others wait longer, so the price stays as it is.</param>
    public void Placed(double serviceS, double weight, bool isScarce = false)
    {
        if (double.IsInfinity(budgetS) || isScarce)
            return;
        // A budget that cannot be met must not pile up a debt to be paid off later.
        _behindS = Math.Clamp(_behindS + (serviceS - budgetS) * weight, -MostDebt * budgetS * HorizonJobs, MostDebt * budgetS * HorizonJobs);
        var error = (serviceS - budgetS + _behindS / HorizonJobs) / budgetS;
        _logarithm = Math.Clamp(_logarithm + Gain * Math.Clamp(error, -2, 2) * Math.Min(weight, 3), _least, _most);
    }
}
