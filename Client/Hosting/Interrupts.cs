using System.Runtime.InteropServices;

namespace ControlPlane.Client.Hosting;

/// <summary>Ctrl-C and SIGTERM: the first one cancels, so that valid partial results come out; the second one ends the process at once.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly TextWriter _error;
    private readonly PosixSignalRegistration[] _registrations;

    public Interrupts(TextWriter error)
    {
        _error = error;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        // Left alone, the second signal has its usual effect.
        if (_source.IsCancellationRequested)
            return;
        context.Cancel = true;
        _error.WriteLine("stopping: partial results follow; press Ctrl-C again to end at once");
        _source.Cancel();
    }
}
