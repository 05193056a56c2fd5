namespace ControlPlane.Policies.Shield;

/// <summary>
/// Times the decisions of a policy and benches it when several in a row are late. A decision that never ends cannot be interrupted in its own process; one
/// that ends late is noticed then, and at the bench a slow policy no longer slows its host.
/// </summary>
/// <param name="options">The limits; with a clock.</param>
internal sealed class LateBreaker(ShieldOptions options)
{
    private readonly IDecisionClock _clock = options.Clock!;
    private double _benchedUntilS = double.NegativeInfinity;
    private double _startedS;
    private int _lateInARow;

    /// <summary>Begins a decision.</summary>
    /// <returns>False when the policy is benched: it is not to be asked.</returns>
    public bool TryBegin()
    {
        _startedS = _clock.ElapsedS;
        return _startedS >= _benchedUntilS;
    }

    /// <summary>Ends a decision.</summary>
    /// <param name="tookS">How long it took, seconds.</param>
    /// <returns>Whether it was in time.</returns>
    public bool TryEnd(out double tookS)
    {
        var nowS = _clock.ElapsedS;
        tookS = nowS - _startedS;
        if (tookS <= options.BudgetS)
        {
            _lateInARow = 0;
            return true;
        }

        if (++_lateInARow < options.MostLateInARow)
            return false;
        _benchedUntilS = nowS + options.BenchS;
        // After the bench it is on trial: one more late decision is enough.
        _lateInARow = options.MostLateInARow - 1;
        return false;
    }
}
