using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet.Sites;

/// <summary>
/// A random life of a site with every operation and fault that there is. An operation is chosen once and may be applied to several sites in the same state; each
/// application writes down everything that the site returned.
/// </summary>
internal sealed class SiteOperations(IRandomStream random)
{
    private readonly List<WorkItem> _elsewhere = [];
    private long _lastJob;
    private double _nowS;

    private delegate void Operation(DataCenter site, StateWriter returned);

    /// <summary>Applies the next operation to all sites.</summary>
    /// <returns>What each returned, its status and its meters, as text of hexadecimal digits.</returns>
    public string[] Apply(params DataCenter[] sites)
    {
        _nowS += random.NextBelow(4) == 0 ? 0 : random.NextExponential(0.05);
        var operation = Choose(sites[0]);
        return [.. sites.Select(site => Hex(writer =>
        {
            operation(site, writer);
            Observe(site, writer);
        }))];
    }

    public static string Hex(Action<StateWriter> write)
    {
        var writer = new StateWriter();
        write(writer);
        return Convert.ToHexString(writer.Written.Span);
    }

    private void Observe(DataCenter site, StateWriter to)
    {
        var status = site.Status(_nowS);
        to.Text(status.ToString());
        to.Real(status.PowerW);
        to.Real(site.LostUnits);
        to.Real(site.EndedUnits);
        to.Real(site.UsefulUnits(_nowS));
        to.Count(site.FailedGpus);
        to.Count(site.GpuLimit);
        to.Count(site.SlotCount);
        // Reading moves the meters, which is an operation too: not always.
        if (to.Written.Length % 3 != 0)
            return;
        var meters = site.ReadMeters(_nowS);
        to.Real(meters.RunningJ);
        to.Real(meters.SleepingJ);
        to.Real(meters.BusyGpuS);
        to.Real(meters.UpGpuS);
    }

    private Operation Choose(DataCenter site) => random.NextBelow(26) switch
    {
        < 7 => Admit(NextItem(), Rule(site)),
        < 10 => StartNext(Rule(site)),
        < 15 => Finish(site),
        15 => Preempt(site),
        16 => Cancel(),
        17 => TakeNext,
        18 => Evicting((s, evicted) => s.Drain(_nowS, evicted)),
        19 => (s, _) => s.Resume(_nowS),
        20 when random.NextBelow(3) == 0 => Evicting((s, evicted) => s.Fail(_nowS, evicted, evicted)),
        20 or 21 => (s, _) => s.Recover(_nowS),
        22 => FailGpu(random.NextUniform()),
        23 => Limit(random.NextBelow(2) == 0 ? site.Spec.GpuCount : random.NextBelow(site.Spec.GpuCount + 1)),
        24 => Drift(new(0.5 + random.NextUniform(), 0.5 + random.NextUniform())),
        _ => (s, returned) => returned.Flag(s.RepairGpu(_nowS)),
    };

    private FixedRule Rule(DataCenter site) =>
        new(1 + random.NextBelow(site.Table.MaxGpus), random.NextBelow(site.Table.Levels), random.NextBelow(4) == 0);

    private Operation Drift(TableFactors factors) => (site, _) => site.Drift(factors, _nowS);

    private Operation Limit(int gpus) => (site, _) => site.Limit(gpus, _nowS);

    // A new job, or one that this or another site interrupted.
    private WorkItem NextItem()
    {
        if (_elsewhere.Count > 0 && random.NextBelow(2) == 0)
        {
            var item = _elsewhere[^1];
            _elsewhere.RemoveAt(_elsewhere.Count - 1);
            return item.EndTransfer(_nowS);
        }

        var constraint = random.NextBelow(3) == 0 ? new SiteSet(1 + random.NextBelow(100), [0]) : null;
        var job = new Job(new JobId(++_lastJob), random.NextBelow(3), 1 + random.NextExponential(0.01), _nowS, constraint);
        // Most wait in order of arrival, so that both orders of a queue come about.
        if (random.NextBelow(8) == 0)
            job = job with { Priority = random.NextBelow(3), DeadlineS = random.NextBelow(2) == 0 ? _nowS + random.NextBelow(5) : double.PositiveInfinity };
        return WorkItem.Submitted(job) with { Wanted = new Allocation(random.NextBelow(9), random.NextBelow(2)) };
    }

    private Operation Admit(WorkItem item, IAllocationRule rule) => (site, returned) =>
    {
        returned.Byte((byte)site.Admit(item, rule, _nowS, out var run));
        Note(run, returned);
    };

    private Operation StartNext(IAllocationRule rule) => (site, returned) =>
    {
        returned.Flag(site.TryPeekNext(out _));
        while (site.TryStartNext(rule, _nowS, out var run))
            Note(run, returned);
    };

    // At its end or before, and now and then with a generation that is over.
    private Operation Finish(DataCenter from)
    {
        if (from.SlotCount == 0)
            return TakeNext;
        var slot = random.NextBelow(from.SlotCount);
        var live = from.TryGetRun(slot, out var run);
        var generation = live && random.NextBelow(8) != 0 ? run.Generation : random.NextBelow(4);
        if (live && random.NextBelow(2) == 0)
            _nowS = Math.Max(_nowS, run.FinishS);
        return (site, returned) =>
        {
            returned.Flag(site.TryFinish(slot, generation, _nowS, out var ended));
            Note(ended, returned);
        };
    }

    private Operation Preempt(DataCenter from)
    {
        var live = Enumerable.Range(0, from.SlotCount).Where(slot => from.TryGetRun(slot, out _)).ToArray();
        if (live.Length == 0)
            return TakeNext;
        var slot = live[random.NextBelow(live.Length)];
        return (site, returned) =>
        {
            var item = site.Preempt(slot, _nowS);
            returned.Write(item);
            site.Requeue(item);
        };
    }

    private Operation Cancel()
    {
        var id = new JobId(Math.Max(1, _lastJob - random.NextBelow(12)));
        return (site, returned) =>
        {
            returned.Flag(site.TryCancel(id, _nowS, out var run));
            Note(run ?? default, returned);
        };
    }

    private static void TakeNext(DataCenter site, StateWriter returned)
    {
        if (site.TryTakeNext(out var item))
            returned.Write(item);
    }

    private Operation FailGpu(double which) => (site, returned) =>
    {
        if (!site.FailGpu(which, _nowS, out var run, out var interrupted))
            return;
        Note(run, returned);
        returned.Write(interrupted);
        site.Requeue(interrupted);
    };

    private Operation Evicting(Action<DataCenter, List<WorkItem>> operation) => (site, returned) =>
    {
        List<WorkItem> evicted = [];
        operation(site, evicted);
        evicted.ForEach(item => returned.Write(item));
        _elsewhere.Clear();
        _elsewhere.AddRange(evicted);
    };

    private static void Note(in Run run, StateWriter to)
    {
        to.Flag(run.Allocation.Gpus > 0);
        if (run.Allocation.Gpus > 0)
            to.Write(run);
    }
}
