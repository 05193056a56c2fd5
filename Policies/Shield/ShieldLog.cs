namespace ControlPlane.Policies.Shield;

/// <summary>What a shield did: counts of everything, and the last interventions themselves. Its memory is bounded. One thread at a time.</summary>
/// <param name="capacity">How many interventions it keeps, ≥ 1.</param>
public sealed class ShieldLog(int capacity)
{
    private static readonly int Reasons = Enum.GetValues<ShieldReason>().Length;
    private readonly Queue<Intervention> _recent = [];
    private readonly long[] _replaced = new long[Reasons];
    private readonly long[] _caught = new long[Reasons];
    private long _lastResorts;

    /// <summary>Told about every intervention. Must not throw.</summary>
    public Action<Intervention>? Watcher { get; set; }

    /// <summary>The last interventions, oldest first.</summary>
    public IReadOnlyCollection<Intervention> Recent => _recent;

    /// <summary>The counts as they are now.</summary>
    public ShieldCounts Counts() => new([.. _replaced], [.. _caught], _lastResorts);

    internal void Add(Intervention intervention)
    {
        (intervention.IsReplacement ? _replaced : _caught)[(int)intervention.Refusal.Reason]++;
        if (!intervention.FallbackRefusal.IsNone)
            _lastResorts++;
        while (_recent.Count >= capacity)
            _recent.Dequeue();
        _recent.Enqueue(intervention);
        Watcher?.Invoke(intervention);
    }
}
