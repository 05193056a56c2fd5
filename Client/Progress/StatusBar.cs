using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Progress;

/// <summary>
/// A line on stderr that says how things are, under the lines that say what happened: replaced in place on a terminal, written now and then where stderr is redirected,
/// nothing when quiet.
/// </summary>
/// <param name="terminal">Where to write.</param>
/// <param name="quiet">Whether to write nothing.</param>
/// <param name="time">The clock.</param>
internal sealed class StatusBar(Terminal terminal, bool quiet, TimeProvider time)
{
    private const string Clear = "\r\u001b[K";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private string _text = "";
    private long? _written;

    /// <summary>Says how things are now.</summary>
    /// <param name="text">One line.</param>
    public void Show(string text)
    {
        lock (_gate)
        {
            if (quiet)
                return;
            if (terminal.ErrorIsTerminal)
            {
                _text = text.Length < terminal.Width ? text : text[..(terminal.Width - 1)];
                terminal.Error.Write(Clear + _text);
            }
            else if (_written is not { } at || time.GetElapsedTime(at) >= Interval)
            {
                _written = time.GetTimestamp();
                terminal.Error.WriteLine(text);
            }
        }
    }

    /// <summary>Writes lines that stay.</summary>
    /// <param name="write">Writes whole lines.</param>
    public void Above(Action write)
    {
        lock (_gate)
        {
            if (_text.Length > 0)
                terminal.Error.Write(Clear);
            write();
            if (_text.Length > 0)
                terminal.Error.Write(_text);
        }
    }

    /// <summary>Takes the line away.</summary>
    public void End() => Above(() => _text = "");
}
