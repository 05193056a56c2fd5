namespace ControlPlane.Simulation.Generation.Results;

/// <summary>What a provider and its site did, slot by slot.</summary>
/// <param name="slots">Slots of the day.</param>
public sealed class ProviderSeries(int slots)
{
    private readonly ProviderPoint[] _points = new ProviderPoint[slots];

    /// <summary>The slots.</summary>
    public IReadOnlyList<ProviderPoint> Points => _points;

    /// <summary>Sets a slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="point">What was done.</param>
    internal void Set(int slot, in ProviderPoint point) => _points[slot] = point;
}
