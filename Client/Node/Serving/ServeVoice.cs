using System.Text.Json.Nodes;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;
using ControlPlane.Client.Progress;

namespace ControlPlane.Client.Node.Serving;

/// <summary>Says what happens to a node: lines for people, or lines of JSON.</summary>
/// <param name="terminal">Where to write.</param>
/// <param name="bar">What has to give way.</param>
/// <param name="format">For whom.</param>
/// <param name="time">The clock.</param>
internal sealed class ServeVoice(Terminal terminal, StatusBar bar, OutputFormat format, TimeProvider time)
{
    private volatile bool _isStopping;

    /// <summary>It takes requests.</summary>
    /// <param name="ready">What it said.</param>
    /// <param name="request">What was asked for.</param>
    public void Ready(NodeReady ready, ServeRequest request) => Say(
        $"node {ready.Node} is ready at {ready.Address} (process {ready.ProcessId}): fleet {request.Fleet}, data in {request.Folder}, {(request.IsDev ? "no keys, this machine only" : "with keys")}",
        new JsonObject
        {
            ["event"] = "ready",
            ["node"] = ready.Node,
            ["address"] = $"{ready.Address}",
            ["pid"] = ready.ProcessId,
            ["fleet"] = request.Fleet,
            ["data"] = request.Folder,
        });

    /// <summary>The agents of all its sites are there.</summary>
    /// <param name="sites">How many.</param>
    /// <param name="speed">Seconds of work in a second.</param>
    public void Agents(int sites, double speed) => Say(
        $"the agents of {Show.Count(sites, "site")} are there{(speed == 1 ? "" : $" and run jobs {speed:0.##} times as fast as the model says")}",
        new JsonObject { ["event"] = "agents", ["sites"] = sites, ["speed"] = speed });

    /// <summary>It ended.</summary>
    /// <param name="end">How.</param>
    /// <param name="pause">After which it is started again; null if it is not.</param>
    public void Ended(NodeEnd end, TimeSpan? pause) => Say(
        $"the node {end.Text}{(pause is { } wait ? $"; starting it again in {wait.TotalSeconds:0.#} s" : "")}",
        new JsonObject { ["event"] = "ended", ["exitCode"] = end.ExitCode, ["signal"] = end.Signal, ["error"] = end.Error, ["restartInS"] = pause?.TotalSeconds });

    /// <summary>It is asked to end.</summary>
    public void Stopping()
    {
        _isStopping = true;
        Say("stopping: first the agents, then the node; press Ctrl-C again to end at once", new JsonObject { ["event"] = "stopping" });
    }

    /// <summary>A line of the node's log.</summary>
    /// <param name="line">The line.</param>
    public void Log(string line)
    {
        // What it says while it ends as it was asked to is not news.
        if (!_isStopping)
            bar.Above(() => terminal.Error.WriteLine($"node: {line}"));
    }

    private void Say(string text, JsonObject data) => bar.Above(() =>
    {
        terminal.Out.WriteLine(format == OutputFormat.Json ? data.ToJsonString() : $"{time.GetLocalNow():HH:mm:ss} {text}");
        terminal.Out.Flush();
    });
}
