using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>Turns what slots came to into rewards.</summary>
/// <param name="settings">When and for what.</param>
public sealed class PayOut(PayOutSettings settings) : ICheckpointed
{
    private double _owedUsd;
    private int _slots;

    /// <summary>The reward of a decision that closed no slot.</summary>
    /// <param name="view">What was known; of estimates only.</param>
    /// <param name="provider">The provider chosen.</param>
    /// <param name="choice">Index of the number of steps.</param>
    public double Decided(GenerationView view, int provider, int choice) => settings.Mode == PayOutMode.Dense ? QuotedDecision.EstimateUsd(view, provider, choice) / settings.ScaleUsd : 0;

    /// <summary>The further reward of one that closed slots.</summary>
    /// <param name="utilityUsd">Utility of what was closed, USD.</param>
    /// <param name="jobs">Jobs that were closed.</param>
    /// <param name="onTime">Of these, jobs that were on time.</param>
    /// <param name="isLast">Whether the day is over: whatever is owed is paid.</param>
    /// <returns>The reward, and whether it pays for the decisions since the last pay-out.</returns>
    public (double Reward, bool IsPayOut) Closed(double utilityUsd, double jobs, double onTime, bool isLast)
    {
        switch (settings.Mode)
        {
            case PayOutMode.Dense:
                return (0, true);
            case PayOutMode.Gated:
                return ((jobs - onTime <= settings.MostLate * jobs ? utilityUsd : -settings.GateUsd) / settings.ScaleUsd, true);
            case PayOutMode.Delayed:
                _owedUsd += utilityUsd;
                if (++_slots < settings.Slots && !isLast)
                    return (0, false);
                var paid = _owedUsd / settings.ScaleUsd;
                (_owedUsd, _slots) = (0, 0);
                return (paid, true);
            default:
                return (utilityUsd / settings.ScaleUsd, true);
        }
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("owed", ref _owedUsd);
        state.Value("slots", ref _slots);
    }
}
