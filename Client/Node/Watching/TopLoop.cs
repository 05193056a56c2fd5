using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Node.Watching;

/// <summary>Looks at a node every now and then and shows it on the whole screen until a person has seen enough.</summary>
/// <param name="sight">Looks at it.</param>
/// <param name="address">Where it is.</param>
/// <param name="terminal">Where to show it.</param>
/// <param name="every">How often to look.</param>
/// <param name="time">The clock.</param>
internal sealed class TopLoop(TopSight sight, Uri address, Terminal terminal, TimeSpan every, TimeProvider time)
{
    private const char CtrlC = '\u0003';

    // How soon a key or another size of the screen is noticed.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private readonly ITerminalScreen _screen = terminal.Screen!;
    private (int Columns, int Rows) _size;

    /// <summary>Runs until q or cancelled.</summary>
    /// <param name="full">The screen.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task Run(FullScreen full, CancellationToken cancellation)
    {
        Draw(full);
        var next = time.GetTimestamp();
        Task? look = null;
        while (!cancellation.IsCancellationRequested && _screen.Key() is not ('q' or 'Q' or CtrlC))
        {
            if (look is null && time.GetElapsedTime(next) >= every)
                (look, next) = (sight.Look(cancellation), time.GetTimestamp());
            if (look is { IsCompleted: true })
            {
                await look.ConfigureAwait(false);
                look = null;
                Draw(full);
            }
            else if (_screen.Size != _size)
            {
                Draw(full);
            }

            await Task.Delay(Glance, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Draw(FullScreen full)
    {
        _size = _screen.Size;
        var frame = new TopFrame(new Ink(terminal.Colour, isPlain: false), _size.Columns, _size.Rows - 1);
        full.Draw([.. frame.Compose(sight.View, address, sight.Trouble), new Ink(terminal.Colour, isPlain: false).Of("q quit", Ink.Faint)]);
    }
}
