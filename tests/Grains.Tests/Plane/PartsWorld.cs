using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>
/// The books of two ingresses and the stands of two sites without grains, in virtual time: messages are late or lost, agents fall silent, fail jobs and repeat themselves, sites drain,
/// and every part is lost now and then and comes back from what it kept.
/// </summary>
internal sealed class PartsWorld
{
    private const double AgentLeaseS = 10;
    private readonly FleetModel _model;
    private readonly Random _random;
    private readonly OneGpu _rule = new();
    private readonly KeptPart<JobBook>[] _books;
    private readonly KeptPart<SiteStand>[] _stands;
    private readonly long[] _epochs;
    private readonly long[] _reports;
    private readonly HashSet<string> _submitted = [];
    private double _nowS = 1;

    public PartsWorld(FleetModel model, int seed)
    {
        (_model, _random) = (model, new Random(seed));
        _books = [.. model.Ingresses.Select((_, i) => new KeptPart<JobBook>(log => new JobBook(i, model, new LeaseTerms(60, 20), log, new BookSettings(Events: 200))))];
        _stands = [.. model.Sites.Select((_, i) => new KeptPart<SiteStand>(log => new SiteStand(i, model, AgentLeaseS, log, events: 200)))];
        (_epochs, _reports) = (new long[model.SiteCount], new long[model.SiteCount]);
    }

    public IReadOnlyCollection<string> Submitted => _submitted;

    public IEnumerable<JobBook> Books => _books.Select(b => b.Live);

    public IEnumerable<SiteStand> Stands => _stands.Select(s => s.Live);

    /// <summary>Lets things happen.</summary>
    public void Run(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            _nowS += _random.NextDouble() * 2;
            Step(_random.Next(12));
            Commit();
            foreach (var book in Books)
                Assert.True(book.Home.Counts.Closes, $"{book.Home.Counts}");
        }
    }

    /// <summary>Nothing goes wrong any more until every job has ended.</summary>
    public void Heal()
    {
        for (var site = 0; site < _stands.Length; site++)
            _stands[site].Live.Change(new SiteChange(Draining: false), "test", _rule, _nowS);
        for (var i = 0; i < 10_000 && Books.Any(b => b.Home.Live > 0); i++)
        {
            _nowS += 1;
            for (var site = 0; site < _stands.Length; site++)
            {
                Beat(site, failShare: 0);
                Renew(site);
                Report(site, isLost: false);
            }

            PlaceHeld();
            Tell(isLost: false);
            Commit();
        }
    }

    private void Step(int kind)
    {
        var site = _random.Next(_stands.Length);
        switch (kind)
        {
            case 0 or 1:
                Submit($"job-{_random.Next(400)}");
                break;
            case 2:
                var cancelled = $"job-{_random.Next(400)}";
                _books[Home(cancelled)].Live.Cancel(cancelled, "test", _nowS);
                break;
            case 3 or 4:
                Tell(_random.Next(4) == 0);
                break;
            case 5 or 6:
                Report(site, _random.Next(4) == 0);
                break;
            case 7 or 8:
                Beat(site, failShare: 0.3);
                break;
            case 9:
                Renew(site);
                break;
            case 10:
                _stands[site].Live.Change(new SiteChange(Draining: _random.Next(4) == 0), "test", _rule, _nowS);
                PlaceHeld();
                break;
            default:
                Lose();
                break;
        }

        foreach (var stand in Stands)
            stand.Advance(_rule, _nowS);
        foreach (var book in Books)
            book.ExpireLeases(_nowS);
    }

    private void Submit(string id)
    {
        var result = _books[Home(id)].Live.Submit(new JobSubmission { Id = id, SizeUnits = 100, Tenant = id.Length % 2 == 0 ? "lab" : null }, Decide(), _nowS);
        Assert.Contains(result.Outcome, new[] { SubmitVerdict.Accepted, SubmitVerdict.Known });
        _submitted.Add(id);
    }

    private Placement Decide() => _random.Next(4) == 0 ? Placement.Hold : new Placement(_random.Next(_model.SiteCount), new Allocation(1, 1));

    private void PlaceHeld()
    {
        foreach (var book in Books)
        {
            List<Job> held = [];
            book.Home.CollectHeld(null, held, 100);
            foreach (var job in held)
                book.Place(job.Id, Decide(), _nowS);
        }
    }

    private void Tell(bool isLost)
    {
        foreach (var book in Books)
        {
            for (var site = 0; site < _stands.Length; site++)
            {
                if (book.Home.Compose(site, 8, _nowS) is not { } message)
                    continue;
                var names = message.Assignments.ToDictionary(a => a.Item.Job.Id, a => book.NameOf(a.Item.Job.Id)!);
                var answer = _stands[site].Live.Answer(message, names, _rule, _nowS);
                if (!isLost)
                    book.Settle(site, message, answer, _nowS);
            }
        }
    }

    private void Report(int site, bool isLost)
    {
        for (var home = 0; home < _books.Length; home++)
        {
            var reports = _stands[site].Live.Reports(home, 8);
            foreach (var (report, failure) in reports)
                _books[home].Live.Take(site, report, failure, _nowS);
            if (!isLost && reports.Count > 0)
                _stands[site].Live.Acknowledge(home, reports[^1].Report.Number);
        }
    }

    private void Renew(int site)
    {
        foreach (var session in _stands[site].Live.Desk.Sessions.Where(s => s.Tenants > 0 || s.Reports > 0).ToArray())
        {
            if (_books[session.Home].Live.Home.Renew(site, session.Epoch, _nowS) is { } endS)
                _stands[site].Live.Desk.Renewed(session.Home, session.Epoch, endS, _rule, _nowS);
            else
                _stands[site].Live.Desk.Fenced(session.Home, session.Epoch, _rule, _nowS);
        }
    }

    private void Beat(int site, double failShare)
    {
        var stand = _stands[site].Live;
        try
        {
            var orders = stand.Beat(Say(site, []), _rule, _nowS);
            AgentReport[] reports = [.. orders.Tasks!.Select(t => End(site, t, failShare))];
            var confirmed = stand.Beat(Say(site, reports), _rule, _nowS).Confirmed;
            Assert.Equal(reports.Length > 0 ? reports[^1].Number : orders.Confirmed, confirmed);
            // Once more: it has no effect.
            stand.Beat(Say(site, reports), _rule, _nowS);
        }
        catch (ControlException over) when (over.Problem == ControlProblem.Conflict)
        {
            _epochs[site] = stand.Register(new AgentHello(_model.Sites[site].Name, "agent", 2), _rule, _nowS).Epoch;
            _reports[site] = 0;
        }
    }

    private AgentBeat Say(int site, AgentReport[] reports) => new() { Site = _model.Sites[site].Name, Epoch = _epochs[site], Reports = reports };

    private AgentReport End(int site, AgentTask task, double failShare) => new(
        ++_reports[site], task.Job, task.Token, _random.NextDouble() < failShare ? AgentReportKind.Failed : AgentReportKind.Finished, task.Units, null, "it broke");

    private void Lose()
    {
        var (book, stand) = (_books[_random.Next(_books.Length)], _stands[_random.Next(_stands.Length)]);
        Commit();
        book.Restore();
        stand.Restore();
        book.Live.Home.Recovered(_nowS);
        stand.Live.Recovered(_nowS);
        if (_random.Next(3) != 0)
            return;
        book.Save();
        stand.Save();
    }

    private void Commit()
    {
        foreach (var book in _books)
            book.Commit();
        foreach (var stand in _stands)
            stand.Commit();
    }

    private int Home(string id) => Interfaces.GrainKeys.Home(id, _books.Length);
}
