using System.Runtime.InteropServices;

namespace ControlPlane.Client.Hosting;

/// <summary>Ctrl-C and SIGTERM, for some commands also the end of the terminal: the first one cancels, so that valid partial results come out; the second one ends the process at once.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations;
    private Action _first;
    private Action _second = () => { };

    public Interrupts(TextWriter error)
    {
        _first = () => error.WriteLine("stopping: partial results follow; press Ctrl-C again to end at once");
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>For a command that has more to do than to end with what it has.</summary>
    /// <param name="first">Says that the first signal was taken.</param>
    /// <param name="second">What has to be done before the second one ends the process.</param>
    public void Take(Action first, Action second) => (_first, _second) = (first, second);

    /// <summary>Takes SIGHUP as well, for a command that has to end what it started when its terminal is closed.</summary>
    public void TakeHangup() => _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, Handle));

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
        {
            _second();
            return;
        }

        context.Cancel = true;
        _first();
        _source.Cancel();
    }
}
