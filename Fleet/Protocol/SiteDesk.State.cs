using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Protocol;

/// <content>How a desk's state and operations are kept.</content>
public sealed partial class SiteDesk : IJournalled
{
    private const byte StateVersion = 1;

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
        reader.Version("A site desk", StateVersion);
        NowS = _lastOperationS = reader.Real();
        Started = reader.Number();
        Finished = reader.Number();
        _site.Load(ref reader);
        _tenants.Clear();
        for (var left = reader.CountOf(3); left > 0; left--)
        {
            var id = new JobId(reader.Number());
            if (!_tenants.TryAdd(id, new Tenant(reader.Count(), reader.Number())))
                throw new InvalidDataException($"The saved desk has job {id} twice.");
        }

        if (reader.Count() is var homes && homes != _homes.Length)
            throw new InvalidDataException($"The saved desk knows {homes} homes; the fleet has {_homes.Length}.");
        for (var home = 0; home < _homes.Length; home++)
            _homes[home] = LoadSession(ref reader);
        Recount();
    }

    /// <inheritdoc/>
    public void Replay(ref StateReader reader)
    {
        var operation = (DeskOperation)reader.Byte();
        NowS = _lastOperationS = reader.Real();
        switch (operation)
        {
            case DeskOperation.Session:
                SetSession(Home(ref reader), reader.Number(), reader.Real(), reader.Number());
                break;
            case DeskOperation.Assign:
                ReplayAssign(Home(ref reader), reader.Number(), reader.ReadWorkItem(), reader.ReadAllocation());
                break;
            case DeskOperation.Fence:
                _homes[Home(ref reader)].Answers[reader.Number()] = AssignmentAnswer.Stale;
                break;
            case DeskOperation.Withdraw:
                Cancel(new JobId(reader.Number()), NowS);
                break;
            case DeskOperation.Finish:
                Finish(reader.Count(), reader.Count(), NowS);
                break;
            case DeskOperation.Start:
                if (_site.TryStartNext(_decided.Repeat(reader.ReadAllocation()), NowS, out var run))
                    Begin(run);
                break;
            case DeskOperation.Lapse:
                Lapse(Home(ref reader), NowS);
                break;
            case DeskOperation.Acknowledge:
                Forget(Home(ref reader), reader.Number());
                break;
            case DeskOperation.FailGpu:
                FailGpu(reader.Real(), NowS);
                break;
            default:
                Apply(operation, NowS);
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
        var session = new HomeSession { Epoch = reader.Number(), LeaseEndS = reader.Real(), SettledBelow = reader.Number() };
        for (var left = reader.CountOf(2); left > 0; left--)
            session.Answers[reader.Number()] = (AssignmentAnswer)reader.Byte();
        session.NextReport = reader.Number();
        for (var left = reader.CountOf(2); left > 0; left--)
            session.Reports.Enqueue(reader.ReadReport());
        return session;
    }

    private void ReplayAssign(int home, long token, in WorkItem item, Allocation answer)
    {
        var outcome = _site.Admit(item, _decided.Repeat(answer), NowS, out var run);
        Admitted(home, token, item.Job.Id, outcome, run);
    }

    private void Recount()
    {
        var here = _site.Running + _site.Queued;
        if (here != _tenants.Count || _tenants.Values.Any(t => t.Home >= _homes.Length))
            throw new InvalidDataException($"The saved desk has {_tenants.Count} tenants and the site {here} jobs.");
        foreach (var tenant in _tenants.Values)
            _homes[tenant.Home].Tenants++;
        _finishes.Clear();
        _site.VisitRuns(run => _finishes.Enqueue((run.Slot, run.Generation), (run.FinishS, run.Slot)));
    }

    private int Home(ref StateReader reader)
    {
        var home = reader.Count();
        return home < _homes.Length ? home : throw new InvalidDataException($"The journal speaks of home {home}; the fleet has {_homes.Length}.");
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
