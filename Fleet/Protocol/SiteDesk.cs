using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Protocol;

/// <summary>
/// The side of the job protocol at a data centre. It has jobs on leases from their homes: it takes an assignment once, however often it is delivered, keeps a
/// home's jobs only while that home's lease runs, and repeats what became of them until the home knows. Runs end by themselves when their time has come, or when the
/// site's agent says so. A deterministic state machine, as <see cref="JobHome"/> is: every operation first does what was due before its moment, in order of time.
/// </summary>
public sealed partial class SiteDesk
{
    // Thirty million years: beyond them seconds are lost to rounding, and sums of times and energies may leave the numbers.
    private const double MostS = 1e15;
    private readonly DataCenter _site;
    private readonly IOperationLog _log;
    private readonly HomeSession[] _homes;
    private readonly Dictionary<JobId, Tenant> _tenants = [];
    private readonly PriorityQueue<(int Slot, int Generation), (double FinishS, int Slot)> _finishes = new();
    private readonly DecidedRule _decided = new();
    private double _lastOperationS;

    /// <summary>Makes the desk of an empty site.</summary>
    /// <param name="site">The data centre; from now on it changes through the desk only.</param>
    /// <param name="homes">Number of homes: ingresses of the fleet.</param>
    /// <param name="log">Receives its operations.</param>
    /// <param name="ends">What ends runs.</param>
    public SiteDesk(DataCenter site, int homes, IOperationLog log, RunEnd ends = RunEnd.ByTime)
    {
        ArgumentNullException.ThrowIfNull(site);
        _site = site;
        _log = log;
        Ends = ends;
        NowS = _lastOperationS = site.MeteredS;
        _homes = [.. Enumerable.Range(0, homes).Select(_ => new HomeSession())];
    }

    /// <summary>What ends runs here.</summary>
    public RunEnd Ends { get; }

    /// <summary>The present as it was last told: nothing happens before it.</summary>
    public double NowS { get; private set; }

    /// <summary>Jobs that were started here, ever; one that was interrupted and started again counts twice.</summary>
    public long Started { get; private set; }

    /// <summary>Jobs that were done here, ever.</summary>
    public long Finished { get; private set; }

    /// <summary>Jobs here, waiting or running.</summary>
    public int Tenants => _tenants.Count;

    /// <summary>The jobs here with their homes and assignments, by number.</summary>
    public IEnumerable<(JobId Job, Tenant Tenant)> TenantsById => _tenants.OrderBy(t => t.Key).Select(t => (t.Key, t.Value));

    /// <summary>GPUs in working order, also those beyond the limit; 0 while the site is lost.</summary>
    public int UpGpus => _site.UpGpus;

    /// <summary>Working GPUs without a job, also those beyond the limit.</summary>
    public int FreeGpus => _site.FreeGpus;

    /// <summary>The most GPUs that jobs may have here.</summary>
    public int GpuLimit => _site.GpuLimit;

    /// <summary>What the site reports about itself.</summary>
    public SiteStatus Status => _site.Status(NowS);

    /// <summary>How it stands with each home.</summary>
    public IEnumerable<SessionStatus> Sessions =>
        _homes.Select((s, home) => new SessionStatus(home, s.Epoch, s.LeaseEndS, s.Tenants, s.Reports.Count, s.Answers.Count));

    /// <summary>The moment at which something is due: a run ends or a lease does. Infinite when nothing is.</summary>
    public double NextEventS => Math.Min(NextFinishS, NextLapse().AtS);

    private double NextFinishS
    {
        get
        {
            while (Ends == RunEnd.ByTime && _finishes.TryPeek(out var run, out var due))
            {
                if (_site.TryGetRun(run.Slot, out var live) && live.Generation == run.Generation)
                    return due.FinishS;
                _finishes.Dequeue();
            }

            return double.PositiveInfinity;
        }
    }

    /// <summary>Finds whose a job here is.</summary>
    /// <param name="id">The job.</param>
    /// <param name="tenant">Its home and assignment.</param>
    public bool TryFind(JobId id, out Tenant tenant) => _tenants.TryGetValue(id, out tenant);

    /// <summary>Finds the run of a job here.</summary>
    /// <param name="id">The job.</param>
    /// <param name="run">Its run.</param>
    /// <returns>False when it does not run here.</returns>
    public bool TryFindRun(JobId id, out Run run)
    {
        run = default;
        return _site.TryFindRun(id, out var slot) && _site.TryGetRun(slot, out run);
    }

    /// <summary>Calls back for every running job, in slot order.</summary>
    /// <param name="visit">Called with the run.</param>
    public void VisitRuns(Action<Run> visit) => _site.VisitRuns(visit);

    /// <summary>Reads the meters.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public EnergyReading ReadMeters(double nowS) => _site.PeekMeters(Math.Max(nowS, NowS));

    /// <summary>Does what is due by now: runs end, waiting jobs start, leases lapse.</summary>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds; an earlier one than the last is taken as the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is beyond ±1e15 s.</exception>
    public void Advance(IAllocationRule rule, double nowS)
    {
        if (!(Math.Abs(nowS) <= MostS))
            throw new ArgumentOutOfRangeException(nameof(nowS), nowS, $"A moment is at most {MostS} s.");
        nowS = Math.Max(nowS, NowS);
        while (true)
        {
            var (lapseS, home) = NextLapse();
            var finishS = NextFinishS;
            if (Math.Min(finishS, lapseS) > nowS)
                break;
            if (finishS <= lapseS)
                FinishNext();
            else
                JournalLapse(home, Math.Max(lapseS, NowS));
            StartWaiting(rule);
        }

        NowS = nowS;
    }

    private (double AtS, int Home) NextLapse()
    {
        var (atS, next) = (double.PositiveInfinity, -1);
        for (var home = 0; home < _homes.Length; home++)
        {
            if (_homes[home].Tenants > 0 && _homes[home].LeaseEndS < atS)
                (atS, next) = (_homes[home].LeaseEndS, home);
        }

        return (atS, next);
    }

    private void FinishNext()
    {
        var ((slot, generation), atS) = (_finishes.Peek(), NextFinishS);
        var writer = Journal(DeskOperation.Finish, atS);
        writer.Count(slot);
        writer.Number(generation);
        _log.Close();
        Finish(slot, generation, atS);
    }

    private void JournalLapse(int home, double atS)
    {
        Journal(DeskOperation.Lapse, atS).Count(home);
        _log.Close();
        Lapse(home, atS);
    }

    private void StartWaiting(IAllocationRule rule)
    {
        while (_site.TryStartNext(_decided.Ask(rule), NowS, out var run))
        {
            Journal(DeskOperation.Start, NowS).Write(_decided.Answer);
            _log.Close();
            Begin(run);
        }
    }

    private void Begin(in Run run)
    {
        Started++;
        if (Ends == RunEnd.ByTime)
            _finishes.Enqueue((run.Slot, run.Generation), (run.FinishS, run.Slot));
    }

    private void Finish(int slot, int generation, double atS)
    {
        if (!_site.TryFinish(slot, generation, atS, out var run))
            throw new InvalidDataException($"{_site.Spec.Name}: nothing runs in slot {slot}, generation {generation}.");
        Finished++;
        Keep(run, atS);
        Leave(
            run.Item with { RemainingUnits = 0, RanS = run.Item.RanS + (atS - run.StartS), SinceS = atS },
            ReportKind.Completed,
            atS,
            run);
    }

    /// <summary>Sends a home's jobs away: its lease is over.</summary>
    private void Lapse(int home, double atS)
    {
        List<WorkItem> waiting = [];
        _site.VisitQueue(item => AddIfOf(home, item, waiting));
        for (var slot = 0; slot < _site.SlotCount; slot++)
        {
            if (_site.TryGetRun(slot, out var run) && _tenants[run.Item.Job.Id].Home == home)
                Leave(_site.Preempt(slot, atS), ReportKind.Returned, atS, run);
        }

        foreach (var item in waiting)
        {
            _site.TryTake(item.Job.Id, out _);
            Leave(item, ReportKind.Returned, atS, null);
        }
    }

    private void AddIfOf(int home, in WorkItem item, List<WorkItem> items)
    {
        if (_tenants[item.Job.Id].Home == home)
            items.Add(item);
    }

    /// <summary>A job has left: its home will be told until it has acknowledged it.</summary>
    private void Leave(in WorkItem item, ReportKind kind, double atS, in Run? run)
    {
        _tenants.Remove(item.Job.Id, out var tenant);
        var session = _homes[tenant.Home];
        session.Tenants--;
        session.Reports.Enqueue(new SiteReport(
            session.NextReport++,
            tenant.Token,
            kind,
            item,
            atS,
            run?.StartS ?? atS,
            run?.Allocation ?? default,
            run?.EnergyJ(atS) ?? 0));
    }
}
