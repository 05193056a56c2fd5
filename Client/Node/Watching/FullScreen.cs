using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Node.Watching;

/// <summary>A terminal's other screen, without a cursor; the first one comes back as it was.</summary>
internal sealed class FullScreen : IDisposable
{
    private const string Enter = "\u001b[?1049h\u001b[?25l\u001b[2J";
    private const string Leave = "\u001b[?25h\u001b[?1049l";

    // Terminals that know it show a frame as a whole.
    private const string Begin = "\u001b[?2026h\u001b[H";
    private const string End = "\u001b[J\u001b[?2026l";
    private readonly TextWriter _out;
    private int _hasLeft;

    /// <summary>Turns to it.</summary>
    /// <param name="terminal">The terminal.</param>
    public FullScreen(Terminal terminal)
    {
        _out = terminal.Out;
        Write(Enter);
    }

    /// <summary>Shows lines from the top, instead of what was there.</summary>
    /// <param name="lines">The lines, which fit.</param>
    public void Draw(IReadOnlyList<string> lines) => Write(Begin + string.Join("\u001b[K\r\n", lines) + "\u001b[K" + End);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _hasLeft, 1) == 0)
            Write(Leave);
    }

    private void Write(string text)
    {
        _out.Write(text);
        _out.Flush();
    }
}
