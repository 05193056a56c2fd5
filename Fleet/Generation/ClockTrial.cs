namespace ControlPlane.Fleet.Generation;

/// <summary>What the work of a slot would come to at a clock.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="EnergyUsd">Energy of that work, whenever it runs, and of idle GPUs and hosts, USD.</param>
/// <param name="PenaltyUsd">Paid for jobs that are not on time, USD.</param>
/// <param name="RevenueUsd">Earned with those that are, USD.</param>
public readonly record struct ClockTrial(double Clock, double EnergyUsd, double PenaltyUsd, double RevenueUsd)
{
    /// <summary>What is to be small, USD.</summary>
    public double CostUsd => EnergyUsd + PenaltyUsd - RevenueUsd;

    /// <summary>The best of many: the least cost, the slower clock where two are equal.</summary>
    /// <param name="trials">The trials, slowest clock first, at least one.</param>
    /// <returns>Its index.</returns>
    public static int Best(ReadOnlySpan<ClockTrial> trials)
    {
        var best = 0;
        for (var i = 1; i < trials.Length; i++)
        {
            if (trials[i].CostUsd < trials[best].CostUsd)
                best = i;
        }

        return best;
    }
}
