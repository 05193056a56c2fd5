using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Bodies;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>
/// A site's agent. It keeps a record of its own of what it was told to run and what it has finished, and outlives the node: what it reports it repeats until the node has
/// confirmed it.
/// </summary>
/// <param name="site">Its site.</param>
/// <param name="gpus">GPUs of the site.</param>
/// <param name="isDone">Asked with every beat about each job that runs; null for jobs that take no time.</param>
internal sealed class RecordingAgent(string site, int gpus, Func<bool>? isDone = null)
{
    private const double WaitS = 0.2;
    private readonly HashSet<(string Job, long Token)> _done = [];
    private readonly HashSet<string> _confirmed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Job, long Token), AgentTask> _running = [];
    private List<AgentReport> _reports = [];
    private long _epoch;
    private long _version;
    private long _number;

    public string Site => site;

    /// <summary>How often each job was run to its end.</summary>
    public Dictionary<string, int> Runs { get; } = new(StringComparer.Ordinal);

    /// <summary>Jobs that it was told to run although their end had been confirmed to it.</summary>
    public List<string> ToldAgain { get; } = [];

    /// <summary>Sessions that it began.</summary>
    public int Sessions { get; private set; }

    /// <summary>What it runs now.</summary>
    public IReadOnlyCollection<AgentTask> Running => _running.Values;

    /// <summary>Whether the node has heard everything.</summary>
    public bool IsIdle => _reports.Count == 0;

    /// <summary>Registers, or beats and does what it is told.</summary>
    public async Task Step(NodeApi node)
    {
        try
        {
            if (_epoch == 0)
                await Register(node);
            else
                Follow(await node.Beat(site, new BeatBody(_epoch, null, _version, [.. _reports], WaitS)));
        }
        catch (NodeAnswerException over) when (over.Status == 409)
        {
            _epoch = 0;
        }
    }

    private async Task Register(NodeApi node)
    {
        (_version, _number, _reports) = (0, 0, []);
        _running.Clear();
        _epoch = (await node.Register(site, $"agent-{site}", gpus)).Epoch;
        Sessions++;
    }

    private void Follow(AgentOrders orders)
    {
        if (orders.Tasks is { } tasks)
            Obey(tasks);
        _confirmed.UnionWith(_reports.Where(r => r.Number <= orders.Confirmed).Select(r => r.Job));
        _reports.RemoveAll(r => r.Number <= orders.Confirmed);
        _version = orders.Version;
        foreach (var task in _running.Values.Where(_ => isDone?.Invoke() ?? true).ToArray())
            Finish(task);
    }

    private void Obey(IReadOnlyList<AgentTask> tasks)
    {
        ToldAgain.AddRange(tasks.Where(t => _confirmed.Contains(t.Job)).Select(t => t.Job));
        foreach (var stopped in _running.Keys.Except(tasks.Select(t => (t.Job, t.Token))).ToArray())
            _running.Remove(stopped);
        foreach (var task in tasks.Where(t => !_done.Contains((t.Job, t.Token))))
            _running[(task.Job, task.Token)] = task;
    }

    private void Finish(AgentTask task)
    {
        _running.Remove((task.Job, task.Token));
        _done.Add((task.Job, task.Token));
        Runs[task.Job] = Runs.GetValueOrDefault(task.Job) + 1;
        _reports.Add(new AgentReport(++_number, task.Job, task.Token, AgentReportKind.Finished, task.Units));
    }
}
