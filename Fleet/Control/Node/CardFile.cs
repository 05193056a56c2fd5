using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>All cards by id and by number; of those that ended, the oldest are forgotten when there are too many.</summary>
/// <param name="remembered">The most cards of jobs that have ended.</param>
internal sealed class CardFile(int remembered)
{
    private readonly Dictionary<string, JobCard> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<JobId, JobCard> _byNumber = [];
    private readonly SortedSet<JobId> _numbers = [];
    private Queue<JobId> _ended = new();

    public int Count => _byId.Count;

    /// <summary>By number, ascending.</summary>
    public IEnumerable<JobCard> All => _numbers.Select(n => _byNumber[n]);

    /// <summary>Numbers of those that ended, in order of their ends.</summary>
    public IEnumerable<JobId> Ended => _ended;

    public JobCard this[JobId number] => _byNumber[number];

    public bool TryFind(string id, out JobCard card)
    {
        var found = _byId.TryGetValue(id, out var known);
        card = known!;
        return found;
    }

    public bool TryFind(JobId number, out JobCard card)
    {
        var found = _byNumber.TryGetValue(number, out var known);
        card = known!;
        return found;
    }

    /// <summary>Those with lesser numbers, the greatest first.</summary>
    public IEnumerable<JobCard> Before(long number) =>
        number <= 1 ? [] : _numbers.GetViewBetween(default, new JobId(number - 1)).Reverse().Select(n => _byNumber[n]);

    public void Add(JobCard card)
    {
        // A journal that was written when fewer were remembered: the older job of this id was forgotten there.
        if (_byId.Remove(card.Submission.Id, out var forgotten))
        {
            _byNumber.Remove(forgotten.Number);
            _numbers.Remove(forgotten.Number);
            _ended = new Queue<JobId>(_ended.Where(number => number != forgotten.Number));
        }

        _byId.Add(card.Submission.Id, card);
        _byNumber.Add(card.Number, card);
        _numbers.Add(card.Number);
    }

    public void End(JobCard card, in CardEnd end)
    {
        card.End = end;
        _ended.Enqueue(card.Number);
        if (_ended.Count <= remembered)
            return;
        var oldest = _ended.Dequeue();
        _byId.Remove(_byNumber[oldest].Submission.Id);
        _byNumber.Remove(oldest);
        _numbers.Remove(oldest);
    }

    public void Clear()
    {
        _byId.Clear();
        _byNumber.Clear();
        _numbers.Clear();
        _ended.Clear();
    }
}
