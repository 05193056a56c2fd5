using System.Diagnostics;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Solvers.Children;

/// <summary>One child process and one conversation with it. Disposing kills what still runs.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _complaints;
    private readonly ChildSettings _settings;
    private readonly IProgress<MixedIntegerProgress>? _progress;
    private readonly long _began;
    private readonly Lock _pipe = new();
    private double _bound = double.NegativeInfinity;
    private bool _wasAsked;
    private bool _lostPatience;

    public Child(ChildCommand command, ChildSettings settings, IProgress<MixedIntegerProgress>? progress, long began)
    {
        (_settings, _progress, _began) = (settings, progress, began);
        _process = command.Start();
        _complaints = Complaints.ReadAsync(_process.StandardError);
        settings.Started?.Invoke(_process.Id);
    }

    /// <summary>Sends the programme and waits for the answer, for the limit, for the caller or for the child's end, whichever comes first.</summary>
    public async Task<RawSolution> AnswerAsync(MixedIntegerProgram program, MixedIntegerOptions options, CancellationToken cancellationToken)
    {
        var left = options.TimeLimit - Stopwatch.GetElapsedTime(_began);
        using var limit = new CancellationTokenSource(Positive(left));
        using var patience = new CancellationTokenSource();
        await using var kill = patience.Token.Register(LosePatience).ConfigureAwait(false);
        await using var stop = limit.Token.Register(() => Ask(FrameKind.Stop, patience)).ConfigureAwait(false);
        await using var cancel = cancellationToken.Register(() => Ask(FrameKind.Cancel, patience)).ConfigureAwait(false);
        var sending = Task.Run(() => Send(FrameKind.Program, Codec.Encode(FlatProgram.Of(program, options with { TimeLimit = Positive(left) }))), CancellationToken.None);
        var answer = await ListenAsync().ConfigureAwait(false);
        answer ??= await WithoutAnswerAsync(cancellationToken).ConfigureAwait(false);
        Kill();
        await sending.ConfigureAwait(false);
        return answer;
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(1);

    /// <summary>Frames until the answer; null when the child ended without one.</summary>
    private async Task<RawSolution?> ListenAsync()
    {
        try
        {
            while (await Frames.ReadAsync(_process.StandardOutput.BaseStream).ConfigureAwait(false) is { } frame)
            {
                if (frame.Kind == FrameKind.Solution) return Codec.Solution(frame.Content);
                if (frame.Kind == FrameKind.Progress) Report(Codec.Progress(frame.Content));
            }
        }
        catch (InvalidDataException error)
        {
            return _lostPatience ? null : RawSolution.Failed($"The solver's process broke the protocol: {error.Message}.");
        }
        catch (IOException)
        {
            // The pipe broke: as good as its end.
        }

        return null;
    }

    private void Report(RawProgress told)
    {
        if (told.Bound > _bound && double.IsFinite(told.Bound)) _bound = told.Bound;
        _progress?.Report(new MixedIntegerProgress(Stopwatch.GetElapsedTime(_began), told.Incumbent, _bound, told.Nodes));
    }

    private async Task<RawSolution> WithoutAnswerAsync(CancellationToken cancellationToken)
    {
        await EndAsync().ConfigureAwait(false);
        var complaints = await _complaints.ConfigureAwait(false);
        var why = cancellationToken.IsCancellationRequested ? "it was cancelled" : "the time limit was reached";
        if (_lostPatience) return RawSolution.Failed($"The solver's process did not stop within {_settings.Grace.TotalSeconds:0.#} s after {why}, and was killed.");
        if (_wasAsked) return new RawSolution { Status = MixedIntegerStatus.NoSolution, Bound = _bound, Message = $"The solver's process ended when {why}, before it had an answer." };
        return RawSolution.Failed($"The solver's process ended with exit code {_process.ExitCode} and without an answer{(complaints.Length > 0 ? $": {complaints}" : ".")}");
    }

    // A process may close its output and linger: then it is helped to end.
    private async Task EndAsync()
    {
        using var grace = new CancellationTokenSource(_settings.Grace);
        await using var kill = grace.Token.Register(Kill).ConfigureAwait(false);
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private void LosePatience()
    {
        _lostPatience = true;
        Kill();
    }

    private void Ask(FrameKind wish, CancellationTokenSource patience)
    {
        _wasAsked = true;
        patience.CancelAfter(_settings.Grace);

        // The pipe may be full, or still busy with the programme: nobody waits for it.
        _ = Task.Run(() => Send(wish, []), CancellationToken.None);
    }

    private void Send(FrameKind kind, byte[] content)
    {
        try
        {
            lock (_pipe) Frames.Write(_process.StandardInput.BaseStream, kind, content);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The child is gone; its silence says so.
        }
    }

    private void Kill()
    {
        try
        {
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself meanwhile.
        }
    }
}
