using ControlPlane.Learning.Checkpoints;

namespace ControlPlane.Learning.Constraints;

/// <summary>
/// The price of a constrained cost by projected dual ascent, λ ← [λ + η (c̄ - limit) / scale] clipped to 0..highest: it rises while the limit is broken, and
/// falls while it is kept with room to spare.
/// </summary>
/// <param name="settings">Limit and rate.</param>
public sealed class LagrangeMultiplier(MultiplierSettings settings) : ICheckpointed
{
    private double _value;
    private double _average;
    private long _steps;

    /// <summary>What the mean cost may be at most; it may change while learning goes on.</summary>
    public double Limit { get; set; } = settings.Limit;

    /// <summary>λ ≥ 0: what a unit of the cost, measured in its scale, takes off the reward.</summary>
    public double Value => _value;

    /// <summary>λ over the scale: what a unit of the cost itself takes off the reward.</summary>
    public double Price => _value / settings.Scale;

    /// <summary>Mean of λ over all steps: of a dual that swings about its optimum this is the better estimate.</summary>
    public double Average => _average;

    /// <summary>Whether λ stands at its highest.</summary>
    public bool IsSaturated => _value >= settings.Highest;

    /// <summary>Takes a step.</summary>
    /// <param name="meanCost">Mean cost of a batch or a stretch of time; finite.</param>
    public void Update(double meanCost)
    {
        if (!double.IsFinite(meanCost))
            throw new ArgumentException($"a mean cost is {meanCost}; it must be finite.", nameof(meanCost));
        _value = Math.Clamp(_value + settings.Rate * (meanCost - Limit) / settings.Scale, 0, settings.Highest);
        _average += (_value - _average) / ++_steps;
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Value("value", ref _value);
        state.Value("average", ref _average);
        state.Value("steps", ref _steps);
    }
}
