using ControlPlane.Fleet.Ledger;
using ControlPlane.Fleet.Sites;
using ControlPlane.Simulation.Engine.Energy;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Engine;

/// <summary>Gathers what a run leaves behind; allocates nothing per job.</summary>
internal sealed class RunRecorder
{
    private const double PublishedTickS = 20;
    private const double SecondsPerDay = 86_400;

    private readonly Scenario _scenario;
    private readonly string _policy;
    private readonly long _seed;
    private readonly TimeSeries _series;
    private readonly Distribution _serviceS = new();
    private readonly Distribution _waitS = new();
    private readonly Distribution _wanS = new();
    private readonly Distribution _totalS = new();
    private readonly long[] _routes;
    // Routes of the last jobs, counted many at a time: in a wide fleet each count misses the cache, and misses of one loop overlap.
    private readonly int[] _recentRoutes = new int[1024];
    private readonly long[] _completed;
    private readonly long[] _startsByGpus;
    private readonly double[] _clocks;
    private readonly long[] _startsByClock;
    private readonly int[][] _clockIndex;
    private readonly List<long> _queueByDay;
    private double _firstEventS = double.PositiveInfinity;
    private double _submittedUnits;
    private long _submitted;
    private int _uncountedRoutes;
    private double _overCountedUnits;
    private double _jobSeconds;
    private long _interruptions;

    public RunRecorder(Scenario scenario, string policy, long seed)
    {
        _scenario = scenario;
        _policy = policy;
        _seed = seed;
        var fleet = scenario.Fleet;
        _series = new TimeSeries(fleet.SiteCount, (int)(scenario.HorizonS / scenario.SampleEveryS));
        _queueByDay = new List<long>((int)(scenario.HorizonS / SecondsPerDay));
        _routes = new long[fleet.Ingresses.Count * fleet.SiteCount];
        _completed = new long[fleet.SiteCount];
        _startsByGpus = new long[fleet.Tables.Max(t => t.MaxGpus)];
        _clocks = [.. fleet.Sites.SelectMany(s => s.Clocks).Distinct().Order()];
        _startsByClock = new long[_clocks.Length];
        _clockIndex = [.. fleet.Sites.Select(s => s.Clocks.Select(c => Array.IndexOf(_clocks, c)).ToArray())];
    }

    /// <summary>When the next sample is due: multiples of the interval, without drift.</summary>
    public double NextSampleS => (_series.TimeS.Count + 1) * _scenario.SampleEveryS;

    /// <summary>When the next day ends.</summary>
    public double NextDayS => (_queueByDay.Count + 1) * SecondsPerDay;

    public void Submitted(double nowS, double sizeUnits)
    {
        _firstEventS = Math.Min(_firstEventS, nowS);
        _submitted++;
        _submittedUnits += sizeUnits;
    }

    public void Started(int site, in Run run)
    {
        _startsByGpus[run.Allocation.Gpus - 1]++;
        _startsByClock[_clockIndex[site][run.Allocation.ClockLevel]]++;
        _overCountedUnits += run.StartS % PublishedTickS / run.SecondsPerUnit;
    }

    public void Completed(int site, in Run run, double nowS)
    {
        var item = run.Item;
        _completed[site]++;
        CountRoute(item.Job.Ingress * _series.SiteCount + site);
        _jobSeconds += nowS - run.StartS;
        _serviceS.Record(item.RanS + (nowS - run.StartS));
        _waitS.Record(item.WaitedS);
        _wanS.Record(item.WanS);
        _totalS.Record(nowS - item.Job.SubmittedS);
    }

    public void Interrupted(in Run run, double nowS)
    {
        _interruptions++;
        _jobSeconds += nowS - run.StartS;
    }

    public void Reclocked(in Run before, double nowS) => _jobSeconds += nowS - before.StartS;

    public void Sample(double nowS, ISiteOperations sites, int held)
    {
        var powerW = 0.0;
        var running = 0;
        long completed = 0;
        for (var i = 0; i < _series.SiteCount; i++)
        {
            var site = sites.Status(i, nowS);
            powerW += site.PowerW;
            running += site.Running;
            completed += _completed[i];
            _series.Queued.Add(site.Queued);
            _series.BusyGpus.Add(site.BusyGpus);
            _series.SitePowerW.Add((float)site.PowerW);
        }

        _series.TimeS.Add(nowS);
        _series.PowerW.Add((float)powerW);
        _series.Running.Add(running);
        _series.Held.Add(held);
        _series.Completed.Add(completed);
    }

    public void EndDay(double nowS, ISiteOperations sites, int held)
    {
        long waiting = held;
        for (var i = 0; i < _series.SiteCount; i++)
            waiting += sites.Status(i, nowS).Queued;
        _queueByDay.Add(waiting);
    }

    public RunResult Finish(double endS, bool partial, ISiteOperations sites, JobCounts jobs, long loopEvents, string hash, EnergyRun? energy)
    {
        CountRecentRoutes();
        var specs = _scenario.Fleet.Sites;
        SiteResult[] results = [.. specs.Select((_, i) => SiteResult(i, sites, endS) with { Account = energy?.Result(i) })];
        var energyJ = results.Sum(s => s.Energy.TotalJ);
        List<Run> runs = [];
        for (var i = 0; i < specs.Count; i++)
            sites.CollectRuns(i, runs);
        foreach (var run in runs)
            _jobSeconds += endS - run.StartS;
        var processed = results.Sum(s => s.UsefulUnits + s.LostUnits);
        var asleepW = specs.Sum(s => s.Gpu.SleepW * s.GpuCount);
        var useful = results.Sum(s => s.UsefulUnits);
        return new RunResult
        {
            Scenario = _scenario.Name,
            Policy = _policy,
            Seed = _seed,
            EndS = endS,
            Partial = partial,
            Jobs = jobs,
            Sites = results,
            EnergyJ = energyJ,
            UsefulUnits = useful,
            Published = new PublishedAccount(energyJ - asleepW * Math.Min(_firstEventS, PublishedTickS), processed + _overCountedUnits),
            MeanSizeUnits = _submittedUnits / _submitted,
            WorkWeightedSecondsPerUnit = _jobSeconds / useful,
            ServiceS = _serviceS,
            WaitS = _waitS,
            WanS = _wanS,
            TotalS = _totalS,
            Routes = _routes,
            StartsByGpus = _startsByGpus,
            StartsByClock = [.. _clocks.Zip(_startsByClock)],
            QueueByDay = _queueByDay,
            Interruptions = _interruptions,
            Series = _series,
            LoopEvents = loopEvents,
            EventLogHash = hash,
        };
    }

    private void CountRoute(int route)
    {
        if (_uncountedRoutes == _recentRoutes.Length)
            CountRecentRoutes();
        _recentRoutes[_uncountedRoutes++] = route;
    }

    private void CountRecentRoutes()
    {
        foreach (var route in _recentRoutes.AsSpan(0, _uncountedRoutes))
            _routes[route]++;
        _uncountedRoutes = 0;
    }

    private SiteResult SiteResult(int site, ISiteOperations sites, double endS)
    {
        var spec = _scenario.Fleet.Sites[site];
        var account = sites.Account(site, endS);
        var samples = _series.TimeS.Count;
        var queued = 0L;
        for (var k = 0; k < samples; k++)
            queued += _series.Queued[k * _series.SiteCount + site];
        return new SiteResult(
            spec.Name,
            spec.GpuCount,
            _completed[site],
            account.Energy,
            account.UsefulUnits,
            account.LostUnits,
            sites.Status(site, endS).Queued,
            (double)queued / samples);
    }
}
