using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Node.Watching;

/// <summary>Looks at a node every now and then and shows it on the whole screen until a person has seen enough.</summary>
/// <param name="reader">Looks at it.</param>
/// <param name="address">Where it is.</param>
/// <param name="terminal">Where to show it.</param>
/// <param name="every">How often to look.</param>
/// <param name="time">The clock.</param>
internal sealed class TopLoop(TopReader reader, Uri address, Terminal terminal, TimeSpan every, TimeProvider time)
{
    private const char CtrlC = '\u0003';

    // How soon a key or another size of the screen is noticed.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private readonly ITerminalScreen _screen = terminal.Screen!;
    private (int Columns, int Rows) _size;
    private string? _trouble;

    /// <summary>Runs until q or cancelled.</summary>
    /// <param name="view">The first look.</param>
    /// <param name="full">The screen.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task Run(TopView view, FullScreen full, CancellationToken cancellation)
    {
        Draw(full, view);
        var next = time.GetTimestamp();
        Task<TopView>? look = null;
        while (!cancellation.IsCancellationRequested && _screen.Key() is not ('q' or 'Q' or CtrlC))
        {
            if (look is null && time.GetElapsedTime(next) >= every)
                (look, next) = (reader.Look(cancellation), time.GetTimestamp());
            if (look is { IsCompleted: true })
            {
                view = await Finish(look, view).ConfigureAwait(false);
                look = null;
                Draw(full, view);
            }
            else if (_screen.Size != _size)
            {
                Draw(full, view);
            }

            await Task.Delay(Glance, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TopView> Finish(Task<TopView> look, TopView before)
    {
        try
        {
            var view = await look.ConfigureAwait(false);
            _trouble = null;
            return view;
        }
        catch (Exception e) when (e is NodeRefusedException or NodeUnreachableException or OperationCanceledException)
        {
            _trouble = $"as of {before.At:HH:mm:ss}: {e.Message}";
            return before;
        }
    }

    private void Draw(FullScreen full, TopView view)
    {
        _size = _screen.Size;
        var frame = new TopFrame(new Ink(terminal.Colour, isPlain: false), _size.Columns, _size.Rows - 1);
        full.Draw([.. frame.Compose(view, address, _trouble), new Ink(terminal.Colour, isPlain: false).Of("q quit", Ink.Faint)]);
    }
}
