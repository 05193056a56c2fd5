using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Protocol;

/// <content>How a home's state and operations are kept.</content>
public sealed partial class JobHome : IJournalled
{
    private const byte StateVersion = 2;

    // Number, size, phase, time, site.
    private const int LeastEndedBytes = 1 + 8 + 1 + 8 + 1;

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
        reader.Version("A job home", StateVersion, StateVersion);
        Clear();
        _nextToken = reader.Number();
        if (_nextToken < 1)
            throw reader.Damaged($"next token {_nextToken}");
        _submitted = reader.Number();
        _completed = reader.Number();
        _cancelled = reader.Number();
        _rejected = reader.Number();
        if (reader.Count() is var sites && sites != _sites.Length)
            throw new InvalidDataException($"The saved job home knows {sites} sites; the fleet has {_sites.Length}.");
        foreach (var book in _sites)
        {
            book.Epoch = reader.Number();
            if (book.Epoch < 1)
                throw reader.Damaged($"epoch {book.Epoch}");
        }

        var tokens = new HashSet<long>();
        for (var left = reader.CountOf(JobState.LeastItemBytes + 2); left > 0; left--)
            LoadEntry(tokens, ref reader);
        for (var left = reader.CountOf(LeastEndedBytes); left > 0; left--)
            LoadEnded(ref reader);
        if (!Counts.Closes || _completed < 0 || _cancelled < 0 || _rejected < 0)
            throw new InvalidDataException($"The saved job home's ledger does not close: {Counts}.");
    }

    /// <inheritdoc/>
    public void Replay(ref StateReader reader)
    {
        var kind = (HomeOperation)reader.Byte();
        switch (kind)
        {
            case HomeOperation.Accept:
                var job = ReadNew(ref reader);
                Accept(job, ReadPlacement(job, ref reader), reader.Finite());
                break;
            case HomeOperation.Reject:
                Reject(ReadNew(ref reader));
                break;
            case HomeOperation.Place:
                var held = ReadKnown(ref reader, e => e.Phase == HomePhase.Held);
                var placement = ReadPlacement(held.Item.Job, ref reader);
                Assign(held, placement.IsHold ? throw reader.Damaged("a held job placed nowhere") : placement, reader.Finite());
                break;
            case HomeOperation.Cancel:
                Withdraw(ReadKnown(ref reader, e => !e.IsWithdrawn), reader.Finite());
                break;
            case HomeOperation.Finish:
                Finish(ReadKnown(ref reader, e => e.Phase != HomePhase.Held), ReadEnd(ref reader), reader.Finite());
                break;
            case HomeOperation.Return:
                ReplayReturn(ref reader);
                break;
            case HomeOperation.Settle or HomeOperation.AnswerWithdrawal or HomeOperation.Expire:
                ReplayAt(ReadSite(ref reader), kind, ref reader);
                break;
            default:
                throw new InvalidDataException($"A job home knows no operation {(byte)kind}.");
        }
    }

    private void ReplayAt(int site, HomeOperation kind, ref StateReader reader)
    {
        switch (kind)
        {
            case HomeOperation.Settle:
                Settle(site, ReadToken(_sites[site].Sending, ref reader), reader.Flag(), reader.Finite());
                break;
            case HomeOperation.AnswerWithdrawal:
                AnswerWithdrawal(site, ReadToken(_sites[site].Withdrawing, ref reader), reader.Flag(), reader.Finite());
                break;
            default:
                Expire(site, reader.Finite());
                break;
        }
    }

    private void ReplayReturn(ref StateReader reader)
    {
        var item = reader.ReadWorkItem();
        if (WhyNot(item.Job) is { } reason)
            throw reader.Damaged($"job {item.Job.Id}, which {reason},");
        Return(Known(item.Job.Id, e => e.Phase != HomePhase.Held && e.Item.Job.SubmittedS == item.Job.SubmittedS), item, reader.Finite());
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

    private void LoadEntry(HashSet<long> tokens, ref StateReader reader)
    {
        var entry = new HomeEntry { Item = reader.ReadWorkItem(), Phase = (HomePhase)reader.Byte(), IsWithdrawn = reader.Flag() };
        var job = entry.Item.Job;
        if (WhyNot(job) is { } reason)
            throw reader.Damaged($"job {job.Id}, which {reason},");
        if (!_jobs.TryAdd(job.Id, entry) || entry.Phase > HomePhase.Placed)
            throw reader.Damaged($"job {job.Id} twice, or in phase {(byte)entry.Phase},");
        if (entry.Phase != HomePhase.Held)
            LoadAssignment(entry, tokens, ref reader);
        else if (entry.IsWithdrawn)
            throw reader.Damaged($"job {job.Id}, withdrawn and held,");
        else
            _held.Add(HeldPlace.Of(job));
    }

    private void LoadAssignment(HomeEntry entry, HashSet<long> tokens, ref StateReader reader)
    {
        entry.Site = reader.Count();
        entry.Token = reader.Number();
        var isTold = reader.Flag();
        if (entry.Site >= _sites.Length || !entry.Item.Job.MayRunAt(entry.Site))
            throw reader.Damaged($"job {entry.Item.Job.Id} at site {entry.Site}");
        if (entry.Token < 1 || entry.Token >= _nextToken || !tokens.Add(entry.Token))
            throw reader.Damaged($"job {entry.Item.Job.Id} under token {entry.Token}");
        // A withdrawn job whose assignment is without an answer is still asked for: its site may not have heard of it.
        if (isTold != entry.IsWithdrawn && (isTold || entry.Phase == HomePhase.Sending))
            throw reader.Damaged($"job {entry.Item.Job.Id}, withdrawn on one side,");
        var book = _sites[entry.Site];
        book.Jobs++;
        if (isTold)
            book.Withdrawing.Add(entry.Token, entry.Item.Job.Id);
        if (entry.Phase != HomePhase.Sending)
            return;
        book.Sending.Add(entry.Token, entry.Item.Job.Id);
        _sending++;
    }

    private void LoadEnded(ref StateReader reader)
    {
        var id = new JobId(reader.Number());
        var ended = new EndedJob(id, reader.Finite(), (JobPhase)reader.Byte(), reader.Finite(), reader.Index());
        if (ended.Phase is not (JobPhase.Completed or JobPhase.Cancelled or JobPhase.Rejected) || ended.Site < -1 || ended.Site >= _sites.Length)
            throw reader.Damaged($"job {id} that ended in phase {(byte)ended.Phase} at site {ended.Site}");
        if (_jobs.ContainsKey(id) || _ended.TryFind(id, out _))
            throw reader.Damaged($"job {id} twice");
        _ended.Add(ended);
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

    private Job ReadNew(ref StateReader reader)
    {
        var job = reader.ReadJob();
        if (WhyNot(job) is { } reason)
            throw reader.Damaged($"job {job.Id}, which {reason},");
        return IsKnown(job, out _) ? throw reader.Damaged($"job {job.Id}, accepted before,") : job;
    }

    private Placement ReadPlacement(in Job job, ref StateReader reader)
    {
        var placement = reader.ReadPlacement();
        return placement.IsHold || (placement.Site < _sites.Length && job.MayRunAt(placement.Site))
            ? placement
            : throw reader.Damaged($"job {job.Id} placed at site {placement.Site}");
    }

    private static JobPhase ReadEnd(ref StateReader reader) => (JobPhase)reader.Byte() switch
    {
        JobPhase.Completed => JobPhase.Completed,
        JobPhase.Cancelled => JobPhase.Cancelled,
        var other => throw reader.Damaged($"an end in phase {(byte)other}"),
    };

    private int ReadSite(ref StateReader reader)
    {
        var site = reader.Count();
        return site < _sites.Length ? site : throw reader.Damaged($"site {site} of {_sites.Length}");
    }

    private static long ReadToken(SortedDictionary<long, JobId> open, ref StateReader reader)
    {
        var token = reader.Number();
        return open.ContainsKey(token) ? token : throw reader.Damaged($"an answer to token {token}, which is not open,");
    }

    private HomeEntry ReadKnown(ref StateReader reader, Predicate<HomeEntry> isExpected) => Known(new JobId(reader.Number()), isExpected);

    private HomeEntry Known(JobId id, Predicate<HomeEntry> isExpected) => _jobs.TryGetValue(id, out var entry) && isExpected(entry)
        ? entry
        : throw new InvalidDataException($"The journal speaks of job {id}, which its home does not have, or not so.");

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
