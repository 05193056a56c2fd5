using ControlPlane.Fleet.Generation;

namespace ControlPlane.Fleet.Control.Generation;

/// <summary>All cards of generation jobs by id and by number; of those whose slot is closed, the oldest are forgotten when there are too many.</summary>
/// <param name="remembered">The most cards that are not open.</param>
internal sealed class GenerationBook(int remembered)
{
    private readonly Dictionary<string, GenerationCard> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, GenerationCard> _open = [];
    private readonly Queue<GenerationCard> _ended = new();

    /// <summary>Jobs whose slot is open.</summary>
    public int OpenJobs { get; private set; }

    /// <summary>Cards that ended, in the order of their ends, then the open ones by number.</summary>
    public IEnumerable<GenerationCard> All => _ended.Concat(_open.Values.OrderBy(c => c.Number));

    public int Count => _byId.Count;

    public bool IsOpen(long number) => _open.ContainsKey(number);

    public GenerationCard? Find(string id) => _byId.GetValueOrDefault(id);

    public void Add(GenerationCard card)
    {
        _byId[card.Submission.Id] = card;
        if (!card.IsOpen)
        {
            End(card);
            return;
        }

        _open.Add(card.Number, card);
        OpenJobs += card.Submission.Count;
    }

    /// <summary>The slot of a cohort is closed.</summary>
    public void Answer(in CohortOutcome outcome)
    {
        if (!_open.Remove(outcome.Cohort.Id, out var card))
            return;
        OpenJobs -= card.Submission.Count;
        card.Outcome = new GenerationOutcome(outcome.Jobs.OnTime, outcome.Jobs.Late, outcome.Jobs.Abandoned, outcome.RevenueUsd, outcome.PenaltyUsd);
        End(card);
    }

    public void Clear()
    {
        _byId.Clear();
        _open.Clear();
        _ended.Clear();
        OpenJobs = 0;
    }

    private void End(GenerationCard card)
    {
        _ended.Enqueue(card);
        // A journal may have been written when fewer were remembered: its id may be another card's by now.
        if (_ended.Count > remembered && _ended.Dequeue() is var oldest && ReferenceEquals(_byId.GetValueOrDefault(oldest.Submission.Id), oldest))
            _byId.Remove(oldest.Submission.Id);
    }
}
