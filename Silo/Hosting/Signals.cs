using System.Runtime.InteropServices;

namespace ControlPlane.Silo.Hosting;

/// <summary>Ctrl-C and SIGTERM: the first one asks the program to end in order; the second one ends the process at once.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly TextWriter _error;
    private readonly string _first;
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens until disposed.</summary>
    /// <param name="error">Where to say that the first signal was taken.</param>
    /// <param name="first">What happens then.</param>
    public Signals(TextWriter error, string first)
    {
        (_error, _first) = (error, first);
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
        ServiceManager.Tell(ServiceManager.Stopping, _error);
        _error.WriteLine($"{_first}; a second signal ends at once");
        _source.Cancel();
    }
}
