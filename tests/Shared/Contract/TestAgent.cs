using ControlPlane.Fleet.Control;

namespace ControlPlane.Contract.Tests;

/// <summary>The agent of a site, in the hands of a test.</summary>
/// <param name="plane">The host.</param>
/// <param name="session">Its session.</param>
internal sealed class TestAgent(IControlPlane plane, AgentSession session)
{
    private readonly Dictionary<string, AgentTask> _tasks = [];
    private long _version;
    private long _reports;

    public AgentSession Session => session;

    public static async Task<TestAgent> Start(IControlPlane plane, string site, int gpus = 2, string name = "agent") =>
        new(plane, await plane.Register(new AgentHello(site, name, gpus)));

    /// <summary>Beats, with reports, and follows what it is told.</summary>
    public async Task<AgentOrders> Beat(params AgentReport[] reports)
    {
        var orders = await plane.Beat(new AgentBeat { Site = session.Site, Epoch = session.Epoch, KnownVersion = _version, Reports = reports });
        _version = orders.Version;
        if (orders.Tasks is null)
            return orders;
        _tasks.Clear();
        foreach (var task in orders.Tasks)
            _tasks[task.Job] = task;
        return orders;
    }

    /// <summary>Beats until it is told to run a job.</summary>
    public async Task<AgentTask> Told(string job)
    {
        await Patience.Until(() => Beat(), _ => _tasks.ContainsKey(job));
        return _tasks[job];
    }

    /// <summary>Beats until it is told not to.</summary>
    public Task ToldToStop(string job) => Patience.Until(() => Beat(), _ => !_tasks.ContainsKey(job));

    /// <summary>Reports what became of a job that it runs.</summary>
    public Task<AgentOrders> Report(AgentTask task, AgentReportKind kind, string detail = "") =>
        Beat(new AgentReport(++_reports, task.Job, task.Token, kind, kind == AgentReportKind.Finished ? task.Units : 0, null, detail));

    /// <summary>Runs whatever it is told until a job of the host is none of its own any more.</summary>
    public async Task FinishAll()
    {
        await Beat();
        foreach (var task in _tasks.Values.ToArray())
            await Report(task, AgentReportKind.Finished);
    }
}
