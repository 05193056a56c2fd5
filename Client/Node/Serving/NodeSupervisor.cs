using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Node.Serving;

/// <summary>Keeps a node running: one that ends by itself is started again, after growing pauses while it does so again and again.</summary>
/// <param name="program">The node's program.</param>
/// <param name="request">Which node.</param>
/// <param name="voice">Says what happens.</param>
/// <param name="time">The clock.</param>
internal sealed class NodeSupervisor(SiloProgram program, ServeRequest request, ServeVoice voice, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // A node that ran for so long has not failed again and again.
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(30);
    private ServeRequest _request = request;
    private NodeProcess? _node;
    private long _startedAt;
    private int _failures;
    private bool _isDown;

    /// <summary>Starts it for the first time.</summary>
    /// <param name="cancellation">Asks it to end again.</param>
    /// <returns>What it said when it took requests.</returns>
    /// <exception cref="NodeFailedException">It ended before.</exception>
    public async Task<NodeReady> Start(CancellationToken cancellation)
    {
        var node = Begin();
        await using var stop = cancellation.Register(node.AskToEnd).ConfigureAwait(false);
        if (await node.Ready.ConfigureAwait(false) is { } ready)
            return Hear(ready);
        cancellation.ThrowIfCancellationRequested();
        var end = await node.Ended.ConfigureAwait(false);
        throw new NodeFailedException($"the node did not start: {end.Error ?? $"it {end.Text}"}", Math.Clamp(end.ExitCode, ExitCode.Failure, ExitCode.Unreachable));
    }

    /// <summary>Starts it again whenever it ends.</summary>
    /// <param name="cancellation">Ends this, not the node.</param>
    /// <exception cref="NodeFailedException">It ended and is not started again.</exception>
    public async Task KeepRunning(CancellationToken cancellation)
    {
        while (true)
        {
            var end = await _node!.Ended.WaitAsync(cancellation).ConfigureAwait(false);
            _failures = time.GetElapsedTime(_startedAt) > Steady ? 1 : _failures + 1;
            if (!_request.Restarts || end.IsHopeless)
                throw new NodeFailedException($"the node {end.Text}", ExitCode.Failure);
            var pause = Pause(_failures);
            _isDown = true;
            voice.Ended(end, pause);
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
            if (await Begin().Ready.WaitAsync(cancellation).ConfigureAwait(false) is { } ready)
                Hear(ready);
        }
    }

    /// <summary>Asks it to finish what it does, and waits for its end.</summary>
    /// <returns>Whether it ended as asked; also true when none was running.</returns>
    public async Task<bool> End()
    {
        // Between two nodes there is none: how the last one ended was said.
        if (_isDown)
            return true;
        _node!.AskToEnd();
        return (await _node.Ended.ConfigureAwait(false)).ExitCode == 0;
    }

    /// <summary>Ends it at once.</summary>
    public void Kill() => _node?.Kill();

    public void Dispose() => _node?.Dispose();

    /// <summary>How long to wait before a node is started again.</summary>
    /// <param name="failures">How often it ended in a row, from 1.</param>
    public static TimeSpan Pause(int failures)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(failures - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    private NodeProcess Begin()
    {
        _node?.Dispose();
        _isDown = false;
        _startedAt = time.GetTimestamp();
        return _node = NodeProcess.Start(program.Start(_request.Arguments), voice.Log);
    }

    private NodeReady Hear(NodeReady ready)
    {
        // The port that was picked stays: clients know it.
        _request = _request with { Port = ready.Address.Port };
        voice.Ready(ready, _request);
        return ready;
    }
}
