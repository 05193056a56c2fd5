using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Protocol;

/// <content>How a home's state and operations are kept.</content>
public sealed partial class JobHome : IJournalled
{
    private const byte StateVersion = 1;

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Byte(StateVersion);
        writer.Number(_nextToken);
        writer.Number(_submitted);
        writer.Number(_completed);
        writer.Number(_cancelled);
        writer.Number(_rejected);
        writer.Count(_sites.Length);
        foreach (var book in _sites)
            writer.Number(book.Epoch);
        writer.Count(_jobs.Count);
        foreach (var entry in _jobs.Values.OrderBy(e => e.Item.Job.Id))
            Save(writer, entry);
        writer.Count(_ended.Count);
        foreach (var ended in _ended.All)
        {
            writer.Number(ended.Job.Value);
            writer.Real(ended.SizeUnits);
            writer.Byte((byte)ended.Phase);
            writer.Real(ended.EndedS);
            writer.Number(ended.Site);
        }
    }

    /// <inheritdoc/>
    public void Load(ref StateReader reader)
    {
        reader.Version("A job home", StateVersion);
        Clear();
        _nextToken = reader.Number();
        _submitted = reader.Number();
        _completed = reader.Number();
        _cancelled = reader.Number();
        _rejected = reader.Number();
        if (reader.Count() is var sites && sites != _sites.Length)
            throw new InvalidDataException($"The saved job home knows {sites} sites; the fleet has {_sites.Length}.");
        foreach (var book in _sites)
            book.Epoch = reader.Number();
        for (var left = reader.CountOf(4); left > 0; left--)
            LoadEntry(ref reader);
        for (var left = reader.CountOf(4); left > 0; left--)
        {
            _ended.Add(new EndedJob(
                new JobId(reader.Number()), reader.Real(), (JobPhase)reader.Byte(), reader.Real(), reader.Index()));
        }

        if (!Counts.Closes)
            throw new InvalidDataException($"The saved job home's ledger does not close: {Counts}.");
    }

    /// <inheritdoc/>
    public void Replay(ref StateReader reader)
    {
        var kind = (HomeOperation)reader.Byte();
        switch (kind)
        {
            case HomeOperation.Accept:
                Accept(reader.ReadJob(), reader.ReadPlacement(), reader.Real());
                break;
            case HomeOperation.Reject:
                Reject(reader.ReadJob());
                break;
            case HomeOperation.Place:
                Assign(Known(ref reader), reader.ReadPlacement(), reader.Real());
                break;
            case HomeOperation.Cancel:
                Withdraw(Known(ref reader), reader.Real());
                break;
            case HomeOperation.Settle:
                Settle(reader.Count(), reader.Number(), reader.Flag(), reader.Real());
                break;
            case HomeOperation.AnswerWithdrawal:
                AnswerWithdrawal(reader.Count(), reader.Number(), reader.Flag(), reader.Real());
                break;
            case HomeOperation.Finish:
                Finish(Known(ref reader), (JobPhase)reader.Byte(), reader.Real());
                break;
            case HomeOperation.Return:
                var item = reader.ReadWorkItem();
                Return(Known(item.Job.Id), item, reader.Real());
                break;
            case HomeOperation.Expire:
                Expire(reader.Count(), reader.Real());
                break;
            default:
                throw new InvalidDataException($"A job home knows no operation {(byte)kind}.");
        }
    }

    private void Save(StateWriter writer, HomeEntry entry)
    {
        writer.Write(entry.Item);
        writer.Byte((byte)entry.Phase);
        writer.Flag(entry.IsWithdrawn);
        if (entry.Phase == HomePhase.Held)
            return;
        writer.Count(entry.Site);
        writer.Number(entry.Token);
        // A withdrawal whose answer was "reported" waits for a report and is not told again.
        writer.Flag(_sites[entry.Site].Withdrawing.ContainsKey(entry.Token));
    }

    private void LoadEntry(ref StateReader reader)
    {
        var entry = new HomeEntry { Item = reader.ReadWorkItem(), Phase = (HomePhase)reader.Byte(), IsWithdrawn = reader.Flag() };
        var job = entry.Item.Job;
        if (!_jobs.TryAdd(job.Id, entry) || entry.Phase > HomePhase.Placed)
            throw new InvalidDataException($"The saved job home has job {job.Id} twice, or in phase {(byte)entry.Phase}.");
        if (entry.Phase == HomePhase.Held)
            _held.Add((job.SubmittedS, job.Id));
        else
            LoadAssignment(entry, ref reader);
    }

    private void LoadAssignment(HomeEntry entry, ref StateReader reader)
    {
        entry.Site = reader.Count();
        entry.Token = reader.Number();
        if (entry.Site >= _sites.Length || entry.Token < 1 || entry.Token >= _nextToken)
            throw new InvalidDataException($"The saved job home has job {entry.Item.Job.Id} at site {entry.Site} under token {entry.Token}.");
        var book = _sites[entry.Site];
        book.Jobs++;
        if (reader.Flag())
            book.Withdrawing.Add(entry.Token, entry.Item.Job.Id);
        if (entry.Phase != HomePhase.Sending)
            return;
        book.Sending.Add(entry.Token, entry.Item.Job.Id);
        _sending++;
    }

    private StateWriter Journal(HomeOperation kind)
    {
        var writer = _log.Open();
        writer.Byte((byte)kind);
        return writer;
    }

    private void JournalSettle(HomeOperation kind, int site, long token, bool isTaken, double nowS)
    {
        var writer = Journal(kind);
        writer.Count(site);
        writer.Number(token);
        writer.Flag(isTaken);
        writer.Real(nowS);
        _log.Close();
    }

    private HomeEntry Known(ref StateReader reader) => Known(new JobId(reader.Number()));

    private HomeEntry Known(JobId id) =>
        _jobs.TryGetValue(id, out var entry) ? entry : throw new InvalidDataException($"The journal speaks of job {id}, which its home does not have.");

    private void Clear()
    {
        _jobs.Clear();
        _held.Clear();
        _ended.Clear();
        _sending = 0;
        for (var i = 0; i < _sites.Length; i++)
            _sites[i] = new SiteBook();
    }
}
