using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Protocol;

/// <content>How a desk's state and operations are kept.</content>
public sealed partial class SiteDesk : IJournalled
{
    private const byte StateVersion = 2;

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Byte(StateVersion);
        writer.Real(_lastOperationS);
        writer.Number(Started);
        writer.Number(Finished);
        _site.Save(writer);
        writer.Count(_tenants.Count);
        foreach (var (id, tenant) in _tenants.OrderBy(t => t.Key))
        {
            writer.Number(id.Value);
            writer.Count(tenant.Home);
            writer.Number(tenant.Token);
        }

        writer.Count(_homes.Length);
        foreach (var session in _homes)
            Save(writer, session);
    }

    /// <inheritdoc/>
    public void Load(ref StateReader reader)
    {
        reader.Version("A site desk", StateVersion, StateVersion);
        NowS = _lastOperationS = ReadMoment(double.NegativeInfinity, ref reader);
        Started = reader.Number();
        Finished = reader.Number();
        _site.Load(ref reader);
        _tenants.Clear();
        for (var left = reader.CountOf(3); left > 0; left--)
        {
            var id = new JobId(reader.Number());
            if (!_tenants.TryAdd(id, new Tenant(ReadHome(ref reader), reader.Number())))
                throw reader.Damaged($"job {id} twice");
        }

        if (reader.Count() is var homes && homes != _homes.Length)
            throw new InvalidDataException($"The saved desk knows {homes} homes; the fleet has {_homes.Length}.");
        for (var home = 0; home < _homes.Length; home++)
            _homes[home] = LoadSession(ref reader);
        RequireTenants(reader);
        Recount();
    }

    /// <inheritdoc/>
    public void Replay(ref StateReader reader)
    {
        var operation = (DeskOperation)reader.Byte();
        NowS = _lastOperationS = ReadMoment(_lastOperationS, ref reader);
        if (NextFinishS < NowS)
            throw reader.Damaged($"an operation at {NowS} s while a run that ended at {NextFinishS} s is still there");
        switch (operation)
        {
            case DeskOperation.Assign:
                ReplayAssign(ReadHome(ref reader), ref reader);
                break;
            case DeskOperation.Withdraw:
                var id = new JobId(reader.Number());
                Cancel(_tenants.ContainsKey(id) ? id : throw reader.Damaged($"job {id}, which is not here,"), NowS);
                break;
            case DeskOperation.Finish:
                Finish(reader.Count(), reader.Index(), NowS);
                break;
            case DeskOperation.Start:
                ReplayStart(ref reader);
                break;
            case DeskOperation.Abort:
                Abort(reader.Count(), NowS);
                break;
            case DeskOperation.FailGpu:
                var which = reader.Real();
                FailGpu(which is >= 0 and < 1 ? which : throw reader.Damaged($"GPU {which} of [0, 1)"), NowS);
                break;
            case DeskOperation.Limit:
                var limit = reader.Count();
                Limit(limit <= _site.Spec.GpuCount ? limit : throw reader.Damaged($"a limit of {limit} of {_site.Spec.GpuCount} GPUs"), NowS);
                break;
            case DeskOperation.Session or DeskOperation.Fence or DeskOperation.Refuse or DeskOperation.Lapse or DeskOperation.Acknowledge:
                ReplayOf(ReadHome(ref reader), operation, ref reader);
                break;
            default:
                Apply(operation, NowS);
                break;
        }
    }

    private void ReplayOf(int home, DeskOperation operation, ref StateReader reader)
    {
        switch (operation)
        {
            case DeskOperation.Session:
                ReplaySession(home, reader.Number(), ReadLeaseEnd(ref reader), ref reader);
                break;
            case DeskOperation.Fence:
                _homes[home].Answers.Add(ReadNewToken(home, ref reader), AssignmentAnswer.Stale);
                break;
            case DeskOperation.Refuse:
                _homes[home].Answers.Add(ReadNewToken(home, ref reader), AssignmentAnswer.Refused);
                break;
            case DeskOperation.Lapse:
                Lapse(home, NowS);
                break;
            default:
                Forget(home, reader.Number());
                break;
        }
    }

    private static void Save(StateWriter writer, HomeSession session)
    {
        writer.Number(session.Epoch);
        writer.Real(session.LeaseEndS);
        writer.Number(session.SettledBelow);
        writer.Count(session.Answers.Count);
        foreach (var (token, answer) in session.Answers)
        {
            writer.Number(token);
            writer.Byte((byte)answer);
        }

        writer.Number(session.NextReport);
        writer.Count(session.Reports.Count);
        foreach (var report in session.Reports)
            writer.Write(report);
    }

    private static HomeSession LoadSession(ref StateReader reader)
    {
        var session = new HomeSession { Epoch = reader.Number(), LeaseEndS = ReadLeaseEnd(ref reader), SettledBelow = reader.Number() };
        for (var left = reader.CountOf(2); left > 0; left--)
        {
            var (token, answer) = (reader.Number(), (AssignmentAnswer)reader.Byte());
            if (token < session.SettledBelow || answer > AssignmentAnswer.Stale || !session.Answers.TryAdd(token, answer))
                throw reader.Damaged($"token {token}, settled or twice, with answer {(int)answer},");
        }

        var next = reader.Number();
        var reports = reader.CountOf(ReportState.LeastBytes);
        session.NextReport = next;
        for (var left = reports; left > 0; left--)
        {
            var report = reader.ReadReport();
            if (next < 1 || report.Number != next - left)
                throw reader.Damaged($"report {report.Number}, {left} before report {next},");
            session.Reports.Enqueue(report);
        }

        return session;
    }

    private static double ReadLeaseEnd(ref StateReader reader)
    {
        var endS = reader.Real();
        return endS <= MostS ? endS : throw reader.Damaged($"a lease until {endS} s");
    }

    private static double ReadMoment(double leastS, ref StateReader reader)
    {
        var atS = reader.Finite();
        return atS >= leastS && Math.Abs(atS) <= MostS ? atS : throw reader.Damaged($"an operation at {atS} s after one at {leastS} s");
    }

    private void ReplaySession(int home, long epoch, double leaseEndS, ref StateReader reader)
    {
        var settledBelow = reader.Number();
        if (epoch < _homes[home].Epoch || settledBelow < _homes[home].SettledBelow)
            throw reader.Damaged($"a session that goes back to epoch {epoch} and token {settledBelow}");
        SetSession(home, epoch, leaseEndS, settledBelow);
    }

    private long ReadNewToken(int home, ref StateReader reader)
    {
        var token = reader.Number();
        return token >= _homes[home].SettledBelow && !_homes[home].Answers.ContainsKey(token)
            ? token
            : throw reader.Damaged($"token {token}, which is settled or answered,");
    }

    private void ReplayAssign(int home, ref StateReader reader)
    {
        var token = ReadNewToken(home, ref reader);
        var item = reader.ReadWorkItem();
        if (_tenants.ContainsKey(item.Job.Id) || !IsAllowed(item.Job))
            throw reader.Damaged($"job {item.Job.Id}, which is here or may not be,");
        var outcome = _site.Admit(item, _decided.Repeat(ReadDecision(ref reader)), NowS, out var run);
        Admitted(home, token, item.Job.Id, outcome, run);
    }

    private void ReplayStart(ref StateReader reader)
    {
        if (!_site.TryStartNext(_decided.Repeat(ReadDecision(ref reader)), NowS, out var run))
            throw reader.Damaged("a start where none can be");
        Begin(run);
    }

    private Allocation ReadDecision(ref StateReader reader)
    {
        var decision = reader.ReadAllocation();
        return decision.Gpus <= Math.Min(_site.UsableGpus, _site.Table.MaxGpus) && decision.ClockLevel < _site.Table.Levels
            ? decision
            : throw reader.Damaged($"{decision} at a site with {_site.UsableGpus} usable GPUs");
    }

    // Every job of the site has one tenant, whose assignment was answered so; nothing is due before the last operation.
    private void RequireTenants(in StateReader reader)
    {
        var here = new List<WorkItem>();
        var isDue = _site.MeteredS > _lastOperationS;
        _site.VisitQueue(item => here.Add(item));
        _site.VisitRuns(run =>
        {
            here.Add(run.Item);
            isDue |= Ends == RunEnd.ByTime && run.FinishS < _lastOperationS;
        });
        if (isDue || Started < 0 || Finished < 0)
            throw reader.Damaged($"a run or a meter that does not agree with the last operation, at {_lastOperationS} s,");
        if (here.Count != _tenants.Count || here.DistinctBy(i => i.Job.Id).Count(i => _tenants.ContainsKey(i.Job.Id) && IsAllowed(i.Job)) != here.Count)
            throw reader.Damaged($"{here.Count} jobs of a site with other {_tenants.Count} tenants");
        if (_tenants.Values.Distinct().Count(HasAnswer) != here.Count)
            throw reader.Damaged("a tenant whose assignment was not taken");
    }

    private bool HasAnswer(Tenant tenant) =>
        tenant.Token < _homes[tenant.Home].SettledBelow
        || (_homes[tenant.Home].Answers.TryGetValue(tenant.Token, out var answer) && answer == AssignmentAnswer.Taken);

    private bool IsAllowed(in Job job) => job.Constraint is not { } sites || (_site.Index < sites.SiteCount && sites.Contains(_site.Index));

    private void Recount()
    {
        foreach (var tenant in _tenants.Values)
            _homes[tenant.Home].Tenants++;
        _finishes.Clear();
        _site.VisitRuns(run => _finishes.Enqueue((run.Slot, run.Generation), (run.FinishS, run.Slot)));
    }

    private int ReadHome(ref StateReader reader)
    {
        var home = reader.Count();
        return home < _homes.Length ? home : throw reader.Damaged($"home {home} of {_homes.Length}");
    }

    private StateWriter Journal(DeskOperation operation, double atS)
    {
        var writer = _log.Open();
        writer.Byte((byte)operation);
        writer.Real(atS);
        NowS = _lastOperationS = atS;
        return writer;
    }
}
