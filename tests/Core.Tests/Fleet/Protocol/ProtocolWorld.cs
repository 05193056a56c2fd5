using ControlPlane.Fleet;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Network;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>
/// Homes, sites, clients, their clocks and the network between them in virtual time, all drawn from one seed. Until it heals, messages get lost, late, doubled and
/// reordered, nodes crash, pairs are cut off and sites fail; after that everything must come to a good end.
/// </summary>
internal sealed class ProtocolWorld
{
    private const double PatienceS = 5_000;
    private static readonly FleetModel[] Models = [.. Enumerable.Range(1, 4).Select(MakeModel)];
    private readonly PriorityQueue<Action, (double AtS, long Order)> _events = new();
    private readonly double[,] _cutUntilS;
    private readonly List<WorldClient> _clients = [];
    private readonly long _seed;
    private long _order;

    public ProtocolWorld(long seed, Func<IRandomStream, WorldSettings> settings)
    {
        _seed = seed;
        Random = new RandomStream(seed, "world");
        Settings = settings(Random);
        Model = Models[Settings.Sites - 1];
        _cutUntilS = new double[Settings.Homes, Settings.Sites];
        Homes = [.. Enumerable.Range(0, Settings.Homes).Select(i => new HomeNode(this, i))];
        Sites = [.. Enumerable.Range(0, Settings.Sites).Select(i => new SiteNode(this, i))];
        Populate();
    }

    public WorldSettings Settings { get; }

    public RandomStream Random { get; }

    public FleetModel Model { get; }

    public HomeNode[] Homes { get; }

    public SiteNode[] Sites { get; }

    /// <summary>What ran where, as far as it is durable and over.</summary>
    public List<RanHere> Ran { get; } = [];

    public double NowS { get; private set; }

    private bool IsHealed => NowS >= Settings.HealS;

    private IEnumerable<WorldNode> Nodes => [.. Homes, .. Sites];

    public void After(double delayS, Action action) => _events.Enqueue(action, (NowS + delayS, _order++));

    public bool Strikes(double probability) => !IsHealed && Random.NextUniform() < probability;

    public double DownS() => 0.2 + Random.NextUniform() * (Random.NextBelow(3) == 0 ? 2 : Settings.LongestS);

    public double RandomSkewS() => Settings.SkewS * (Random.NextBelow(3) switch { 0 => -1, 1 => 1, _ => Random.NextUniform() });

    /// <summary>Carries a message between a home and a site: it arrives any number of times, in any order with others, or never.</summary>
    public void Carry(int home, int site, bool isReply, Action arrive)
    {
        if (Strikes(isReply ? Settings.ReplyLoss : Settings.Loss))
            return;
        for (var copies = 1 + (IsHealed ? 0 : Random.NextBelow(Settings.Copies + 1)); copies > 0; copies--)
        {
            After(DelayS(), () =>
            {
                if (_cutUntilS[home, site] <= NowS)
                    arrive();
            });
        }
    }

    /// <summary>Carries a client's message or the reply to it.</summary>
    public void CarryPublic(Action arrive)
    {
        for (var copies = Strikes(Settings.Loss) ? 0 : 1 + (Strikes(0.1) ? 1 : 0); copies > 0; copies--)
            After(Math.Min(DelayS(), 3), arrive);
    }

    public void Require(bool holds, string what)
    {
        if (!holds)
            throw new ProtocolViolationException($"Seed {_seed}, {NowS:F3} s: {what}.");
    }

    /// <summary>What clients have heard of is there, whatever the home went through.</summary>
    public void RequireAcknowledged(int home, JobHome entity)
    {
        foreach (var client in _clients.Where(c => c.Home == home && c.IsAcknowledged))
            Require(entity.TryFind(client.Id, out _, out _, out _) || entity.TryFindEnded(client.Id, out _), $"home {home} has lost job {client.Id}");
    }

    /// <summary>Lets everything happen until every job has ended.</summary>
    public void Run()
    {
        RunUntil(Settings.HealS);
        Heal();
        RunUntil(NowS + 2 * WorldSettings.Terms.LeaseS);
        while (!IsDone)
        {
            RequireNoOrphan();
            Require(NowS < Settings.HealS + PatienceS, "jobs that never end");
            RunUntil(NowS + 5);
        }

        RunUntil(NowS + 10);
        RequireGoodEnd();
    }

    private bool IsDone => _clients.TrueForAll(c => c.IsAcknowledged && c.HasCancelled)
        && Homes.All(h => h.Home.Live == 0) && Sites.All(s => s.Desk.Sessions.All(h => h is { Tenants: 0, Reports: 0 }));

    private static FleetModel MakeModel(int sites)
    {
        int[] gpus = [2, 1, 4, 3];
        double?[] checkpoints = [5, null, 0, 20];
        int?[] limits = [null, 1, 3, null];
        string[] gateways = ["gw-a", "gw-b", "gw-c"];
        var specs = Enumerable.Range(0, sites).Select(i => TestFleets.Site($"s{i}", gpus[i], 2, limits[i], checkpoints[i])).ToArray();
        return new FleetModel(specs, gateways, from gateway in gateways from site in specs select new WanLink(gateway, site.Name, 0.01));
    }

    private double DelayS() => 0.005 + Random.NextUniform() * (IsHealed ? 0.1 : Random.NextBelow(4) == 0 ? Settings.MostDelayS : 0.1);

    private void RunUntil(double endS)
    {
        while (_events.TryPeek(out _, out var next) && next.AtS <= endS)
        {
            var action = _events.Dequeue();
            NowS = next.AtS;
            action();
        }

        NowS = endS;
    }

    private void Populate()
    {
        foreach (var node in Nodes)
            After(0, node.Start);
        for (var number = 1; number <= Settings.Jobs; number++)
        {
            var home = Random.NextBelow(Settings.Homes);
            var id = new JobId(number);
            if (Random.NextUniform() < Settings.SameNumber && _clients.Find(c => c.Home != home) is { } other && _clients.TrueForAll(c => c.Home != home || c.Id != other.Id))
                id = other.Id;
            var client = new WorldClient(this, home, new Job(id, home, 1 + Random.NextUniform() * (Random.NextBelow(3) == 0 ? Settings.MostUnits : Settings.MostUnits / 4), NowS, RandomConstraint()));
            _clients.Add(client);
            After(0.1 + Random.NextUniform() * Settings.HealS * 0.7, client.Start);
        }

        Again(Settings.PartitionEveryS, () => Cut(Random.NextBelow(Settings.Homes), Random.NextBelow(Settings.Sites)));
        Again(Settings.CrashEveryS, () => Nodes.ElementAt(Random.NextBelow(Settings.Homes + Settings.Sites)).Crash(DownS()));
        Again(Settings.FaultEveryS, () => Sites[Random.NextBelow(Settings.Sites)].Disturb(DownS()));
    }

    // A job that may run nowhere now and then.
    private SiteSet? RandomConstraint() => Random.NextBelow(4) != 0 ? null
        : new SiteSet(Settings.Sites, Enumerable.Range(0, Settings.Sites).Where(_ => Random.NextBelow(3) != 0));

    private void Again(double everyS, Action action)
    {
        if (double.IsInfinity(everyS))
            return;
        After(Random.NextExponential(1 / everyS), () =>
        {
            if (IsHealed)
                return;
            action();
            Again(everyS, action);
        });
    }

    private void Cut(int home, int site) => _cutUntilS[home, site] = Math.Max(_cutUntilS[home, site], NowS + DownS());

    private void Heal()
    {
        Array.Clear(_cutUntilS);
        foreach (var node in Nodes)
            node.Start();
        foreach (var site in Sites)
            site.Heal();
    }

    private void RequireNoOrphan()
    {
        for (var site = 0; site < Sites.Length; site++)
        {
            foreach (var client in _clients.DistinctBy(c => c.Id))
            {
                if (!Sites[site].Desk.TryFind(client.Id, out var tenant))
                    continue;
                var isThere = Homes[tenant.Home].Home.TryFind(client.Id, out var phase, out var at, out var token);
                Require(isThere && phase != HomePhase.Held && (at, token) == (site, tenant.Token), $"job {client.Id} is an orphan at site {site}");
            }
        }
    }

    private void RequireGoodEnd()
    {
        var ids = _clients.DistinctBy(c => (c.Home, c.Id)).ToArray();
        for (var home = 0; home < Homes.Length; home++)
        {
            RequireAcknowledged(home, Homes[home].Home);
            var counts = Homes[home].Home.Counts;
            Require(counts.Submitted == ids.Count(c => c.Home == home), $"home {home}: {counts} of {ids.Length} jobs");
        }

        foreach (var client in ids)
        {
            Homes[client.Home].Home.TryFindEnded(client.Id, out var ended);
            Require(client.MayEnd(ended.Phase), $"job {client.Id} of home {client.Home} ended {ended.Phase}");
        }

        if (Settings.SiteLagS == 0)
            RequireOneAtATime();
        foreach (var session in Sites.SelectMany(s => s.Desk.Sessions))
            Require(session is { Tenants: 0, Reports: 0, Answers: <= 16 }, $"{session} remembers too much");
        var (finished, completed) = (Sites.Sum(s => s.Desk.Finished), Homes.Sum(h => h.Home.Counts.Completed));
        var takenBack = Homes.Sum(h => h.TakenBack);
        Require(finished >= completed && finished <= completed + takenBack, $"{completed} jobs completed, {finished} finished, {takenBack} taken back");
        Require(Settings.LongestS > WorldSettings.Terms.LeaseS || takenBack == 0, $"{takenBack} jobs taken back without a reason");
    }

    private void RequireOneAtATime()
    {
        foreach (var runs in Ran.GroupBy(r => (r.Home, r.Job)))
        {
            var endS = double.NegativeInfinity;
            foreach (var run in runs.OrderBy(r => r.FromS).ThenBy(r => r.ToS))
            {
                Require(run.FromS > endS - 1e-6, $"job {run.Job} of home {run.Home} runs at site {run.Site} from {run.FromS:F3} s, and elsewhere until {endS:F3} s");
                endS = Math.Max(endS, run.ToS);
            }
        }
    }
}
