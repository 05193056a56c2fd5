using ControlPlane.Fleet.Control;
using ControlPlane.Silo.Http.Bodies;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>
/// A site's agent whose jobs take no time. It keeps a record of its own of what it was told to run and what it has finished, and outlives the node: what it reports it
/// repeats until the node has confirmed it.
/// </summary>
/// <param name="site">Its site.</param>
/// <param name="gpus">GPUs of the site.</param>
internal sealed class RecordingAgent(string site, int gpus)
{
    private const double WaitS = 0.2;
    private readonly HashSet<(string Job, long Token)> _done = [];
    private readonly HashSet<string> _confirmed = new(StringComparer.Ordinal);
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
        _epoch = (await node.Register(site, $"agent-{site}", gpus)).Epoch;
        Sessions++;
    }

    private void Follow(AgentOrders orders)
    {
        ToldAgain.AddRange((orders.Tasks ?? []).Where(t => _confirmed.Contains(t.Job)).Select(t => t.Job));
        _confirmed.UnionWith(_reports.Where(r => r.Number <= orders.Confirmed).Select(r => r.Job));
        _reports.RemoveAll(r => r.Number <= orders.Confirmed);
        _version = orders.Version;
        foreach (var task in (orders.Tasks ?? []).Where(t => _done.Add((t.Job, t.Token))))
        {
            Runs[task.Job] = Runs.GetValueOrDefault(task.Job) + 1;
            _reports.Add(new AgentReport(++_number, task.Job, task.Token, AgentReportKind.Finished, task.Units));
        }
    }
}
