using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Policies.Capping;

/// <summary>
/// Keeps the power of a fleet below a cap: lowers clocks of running jobs while it is above, and gives them back, up to those that they were started with, while there is room. The
/// published code never gives a clock back, and its greedy variant begins with the steps that save least for the speed they cost; here it begins with those that save most.
/// </summary>
/// <param name="tables">Operating points of the sites, by site index.</param>
/// <param name="limitW">The cap, W.</param>
/// <param name="mode">How clocks are lowered.</param>
public sealed class PowerCapper(IReadOnlyList<OperatingTable> tables, double limitW, CappingMode mode)
{
    private const int SpareJobs = 1024;
    private readonly Dictionary<JobId, int> _wanted = [];
    private readonly PriorityQueue<ClockStep, (double, int)> _steps = new();
    private readonly List<ClockChange> _changes = [];
    private int[] _levels = [];

    /// <summary>Says which clocks to change now.</summary>
    /// <param name="runs">All running jobs, by site and slot.</param>
    /// <param name="powerW">Present power of the fleet, sleeping GPUs included, W.</param>
    /// <param name="mayRaise">Whether clocks may be given back too.</param>
    /// <returns>The changes; valid until the next call.</returns>
    public IReadOnlyList<ClockChange> Plan(ReadOnlySpan<CappedRun> runs, double powerW, bool mayRaise)
    {
        if (_levels.Length < runs.Length)
            _levels = new int[runs.Length * 2];
        for (var i = 0; i < runs.Length; i++)
        {
            _levels[i] = runs[i].Allocation.ClockLevel;
            _wanted.TryAdd(runs[i].Job, _levels[i]);
        }

        if (_wanted.Count > 2 * runs.Length + SpareJobs)
            Forget(runs);

        if (powerW > limitW)
            Move(runs, powerW, -1);
        else if (mayRaise)
            Move(runs, powerW, +1);
        return Changes(runs);
    }

    /// <summary>Whether it has to look at the running jobs at all.</summary>
    /// <param name="powerW">Present power of the fleet, W.</param>
    public bool IsAbove(double powerW) => powerW > limitW;

    /// <summary>A job starts, perhaps again and elsewhere: it wants the clock that it gets now.</summary>
    /// <param name="job">The job.</param>
    /// <param name="clockLevel">Its level.</param>
    public void Started(JobId job, int clockLevel) => _wanted[job] = clockLevel;

    // Jobs that run no more are forgotten many at a time.
    private void Forget(ReadOnlySpan<CappedRun> runs)
    {
        var present = new HashSet<JobId>(runs.Length);
        foreach (var run in runs)
            present.Add(run.Job);
        foreach (var job in _wanted.Keys.Where(j => !present.Contains(j)).ToList())
            _wanted.Remove(job);
    }

    private void Move(ReadOnlySpan<CappedRun> runs, double powerW, int direction)
    {
        _steps.Clear();
        for (var i = 0; i < runs.Length;)
        {
            // One job by itself, or all of a site together: they stand side by side.
            var end = i + 1;
            while (mode == CappingMode.Uniform && end < runs.Length && runs[end].Site == runs[i].Site)
                end++;
            Offer(runs, new ClockStep(i, end, 0), direction);
            i = end;
        }

        while ((direction > 0 || powerW > limitW) && _steps.TryDequeue(out var step, out _))
        {
            if (powerW + step.PowerW > limitW && direction > 0)
                continue;
            powerW += step.PowerW;
            Take(runs, step, direction);
            Offer(runs, step, direction);
        }
    }

    // The next step of some jobs, with its rank among all steps: the least number goes first, of equals the first job.
    private void Offer(ReadOnlySpan<CappedRun> runs, ClockStep step, int direction)
    {
        var (powerW, unitsPerS) = (0.0, 0.0);
        var edge = Edge(runs, step, direction);
        for (var i = step.First; i < step.End; i++)
        {
            if (!Moves(runs, i, edge, direction))
                continue;
            var table = tables[runs[i].Site];
            var (now, next) = (runs[i].Allocation with { ClockLevel = _levels[i] }, runs[i].Allocation with { ClockLevel = _levels[i] + direction });
            powerW += table.PowerW(next) - table.PowerW(now);
            unitsPerS += 1 / table.SecondsPerUnit(next) - 1 / table.SecondsPerUnit(now);
        }

        if (unitsPerS == 0)
            return;
        // Down: most power first (uniform), most power for the speed first (greedy). Up: the other way round.
        var rank = mode == CappingMode.Uniform ? powerW : direction * (powerW / unitsPerS);
        _steps.Enqueue(step with { PowerW = powerW }, (rank, step.First));
    }

    private void Take(ReadOnlySpan<CappedRun> runs, ClockStep step, int direction)
    {
        var edge = Edge(runs, step, direction);
        for (var i = step.First; i < step.End; i++)
        {
            if (Moves(runs, i, edge, direction))
                _levels[i] += direction;
        }
    }

    private bool Moves(ReadOnlySpan<CappedRun> runs, int i, int edge, int direction) =>
        _levels[i] == edge && (direction < 0 ? edge > 0 : edge < _wanted[runs[i].Job]);

    // Down goes what runs fastest, up what runs slowest of those that may.
    private int Edge(ReadOnlySpan<CappedRun> runs, ClockStep step, int direction)
    {
        var edge = direction < 0 ? 0 : int.MaxValue;
        for (var i = step.First; i < step.End; i++)
        {
            if (direction < 0)
                edge = Math.Max(edge, _levels[i]);
            else if (_levels[i] < _wanted[runs[i].Job])
                edge = Math.Min(edge, _levels[i]);
        }

        return edge;
    }

    private List<ClockChange> Changes(ReadOnlySpan<CappedRun> runs)
    {
        _changes.Clear();
        for (var i = 0; i < runs.Length; i++)
        {
            if (_levels[i] != runs[i].Allocation.ClockLevel)
                _changes.Add(new ClockChange(runs[i].Site, runs[i].Slot, _levels[i]));
        }

        return _changes;
    }
}
