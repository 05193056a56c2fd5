using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Simulation.Results;

namespace ControlPlane.Client.Orleans.Regions.Playing;

/// <summary>What a play has seen of its jobs so far. All ingresses write to it side by side.</summary>
/// <param name="time">The clock.</param>
internal sealed class PlayTally(TimeProvider time)
{
    private const int MostNamed = 100;
    private readonly Lock _lock = new();
    private readonly Dictionary<SubmitCode, long> _submissions = [];
    private readonly Dictionary<JobStateCode, long> _ends = [];
    private readonly List<long> _lost = [];
    private long _moved = time.GetTimestamp();

    /// <summary>How long submissions took until they were acknowledged, repetitions included, s.</summary>
    public Distribution SubmitS { get; } = new();

    /// <summary>Jobs that were due and went out.</summary>
    public long Sent { get; set; }

    /// <summary>Jobs that could not be accepted because their ingress stayed full.</summary>
    public long Refused { get; private set; }

    /// <summary>Jobs that ended and were forgotten before anybody looked.</summary>
    public long Forgotten { get; private set; }

    /// <summary>Acknowledged jobs that their ingress does not know, though it cannot have forgotten them.</summary>
    public long Lost { get; private set; }

    /// <summary>The first of the lost ones.</summary>
    public IReadOnlyList<long> LostIds => _lost;

    /// <summary>Jobs that the region answers for: accepted now or known from before.</summary>
    public long Acknowledged => this[SubmitCode.Accepted] + this[SubmitCode.Known];

    /// <summary>Jobs that no site may run: refused now, or known to have been refused before.</summary>
    public long Rejected => this[SubmitCode.Rejected] + this[JobStateCode.Rejected];

    /// <summary>Jobs that got an answer.</summary>
    public long Answered
    {
        get
        {
            lock (_lock)
                return _submissions.Values.Sum() + Refused;
        }
    }

    /// <summary>Jobs that were seen to have ended.</summary>
    public long Ended
    {
        get
        {
            lock (_lock)
                return _ends.Values.Sum() + Forgotten + Lost;
        }
    }

    /// <summary>How long nothing has moved.</summary>
    public TimeSpan Still
    {
        get
        {
            lock (_lock)
                return time.GetElapsedTime(_moved);
        }
    }

    /// <summary>How many submissions were answered so.</summary>
    /// <param name="code">The answer.</param>
    public long this[SubmitCode code]
    {
        get
        {
            lock (_lock)
                return _submissions.GetValueOrDefault(code);
        }
    }

    /// <summary>How many jobs were seen to have ended so.</summary>
    /// <param name="state">How.</param>
    public long this[JobStateCode state]
    {
        get
        {
            lock (_lock)
                return _ends.GetValueOrDefault(state);
        }
    }

    /// <summary>A submission was answered for good.</summary>
    /// <param name="code">The answer.</param>
    /// <param name="took">How long it took.</param>
    public void Submitted(SubmitCode code, TimeSpan took)
    {
        lock (_lock)
        {
            _submissions[code] = _submissions.GetValueOrDefault(code) + 1;
            SubmitS.Record(took.TotalSeconds);
            _moved = time.GetTimestamp();
        }
    }

    /// <summary>A job has ended.</summary>
    /// <param name="state">How.</param>
    public void SawEnd(JobStateCode state)
    {
        lock (_lock)
        {
            _ends[state] = _ends.GetValueOrDefault(state) + 1;
            _moved = time.GetTimestamp();
        }
    }

    /// <summary>An acknowledged job is unknown.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="mayBeForgotten">Whether so many jobs have ended since that its ingress may have forgotten it.</param>
    public void SawUnknown(long id, bool mayBeForgotten)
    {
        lock (_lock)
        {
            if (mayBeForgotten)
            {
                Forgotten++;
                return;
            }

            Lost++;
            if (_lost.Count < MostNamed)
                _lost.Add(id);
        }
    }

    /// <summary>Jobs were given up because their ingress stayed full.</summary>
    /// <param name="count">How many.</param>
    public void GaveUp(int count)
    {
        lock (_lock)
            Refused += count;
    }
}
