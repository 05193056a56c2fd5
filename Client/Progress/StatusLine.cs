using ControlPlane.Client.Hosting;
using Spectre.Console;

namespace ControlPlane.Client.Progress;

/// <summary>Shows on stderr how far work is that cannot say how much of it is left.</summary>
/// <param name="show">Shows a title and, while work runs, what it says.</param>
internal sealed class StatusLine(Action<string, Action<Action<string>>> show)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>A line that moves on a terminal, a line now and then where stderr is redirected, nothing when quiet.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="quiet">Whether to write nothing.</param>
    public static StatusLine For(Terminal terminal, bool quiet)
    {
        if (quiet)
            return new StatusLine((_, work) => work(_ => { }));
        return terminal.ErrorIsTerminal
            ? new StatusLine((title, work) => terminal.ErrorConsole().Status().Start(
                Markup.Escape(title), context => work(text => context.Status = Markup.Escape($"{title}: {text}"))))
            : new StatusLine((title, work) => work(Seldom(terminal.Error, title, TimeProvider.System)));
    }

    /// <summary>Shows progress while work runs.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="title">What is running.</param>
    /// <param name="work">The work; it is given whom to tell.</param>
    public T Show<T>(string title, Func<Action<string>, T> work)
    {
        T? result = default;
        show(title, tell => result = work(tell));
        return result!;
    }

    private static Action<string> Seldom(TextWriter writer, string title, TimeProvider time)
    {
        var last = time.GetTimestamp();
        return text =>
        {
            var now = time.GetTimestamp();
            if (time.GetElapsedTime(last, now) < Interval)
                return;
            last = now;
            writer.WriteLine($"{title}: {text}");
        };
    }
}
