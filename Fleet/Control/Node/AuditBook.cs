namespace ControlPlane.Fleet.Control.Node;

/// <summary>
/// The last entries of the audit log. What submitters do to jobs is kept apart from what operators do: however many jobs somebody cancels, it does not push an operator's
/// entry out.
/// </summary>
/// <param name="most">The most entries of each kind.</param>
internal sealed class AuditBook(int most)
{
    private const string OfJobs = "job.";
    private readonly Queue<NodeAudit> _ofOperators = new();
    private readonly Queue<NodeAudit> _ofJobs = new();

    /// <summary>How many are kept.</summary>
    public int Count => _ofOperators.Count + _ofJobs.Count;

    /// <summary>Number of the last entry, ever.</summary>
    public long Last { get; set; }

    /// <summary>By number, ascending.</summary>
    public IEnumerable<NodeAudit> All => _ofOperators.Concat(_ofJobs).OrderBy(a => a.Number);

    /// <summary>Adds an entry.</summary>
    public void Add(NodeAudit entry)
    {
        Last = entry.Number;
        var queue = entry.Action.StartsWith(OfJobs, StringComparison.Ordinal) ? _ofJobs : _ofOperators;
        queue.Enqueue(entry);
        if (queue.Count > most)
            queue.Dequeue();
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _ofOperators.Clear();
        _ofJobs.Clear();
        Last = 0;
    }
}
