using Spectre.Console;

namespace ControlPlane.Client.Hosting;

/// <summary>Where the console writes: results to <see cref="Out"/>, everything else to <see cref="Error"/>. Tests put writers in memory here.</summary>
internal sealed record Terminal
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Errors, warnings and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What is given to the console.</summary>
    public Func<TextReader> In { get; init; } = () => TextReader.Null;

    /// <summary>Keys that a person presses and the size of the screen; null where there is no screen.</summary>
    public ITerminalScreen? Screen { get; init; }

    /// <summary>Whether a person reads <see cref="Out"/>.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether a person reads <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colours may be used on a terminal.</summary>
    public bool Colour { get; init; }

    /// <summary>Width of the terminal in characters.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Whether an unexpected error shows its stack (CONTROLPLANE_DEBUG=1).</summary>
    public bool Debug { get; init; }

    /// <summary>The terminal of this process. NO_COLOR (no-color.org) and TERM=dumb switch colours off.</summary>
    public static Terminal OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        // Asking for it changes how the terminal is set: only where it is read.
        In = () => Console.In,
        Screen = Console.IsOutputRedirected || Variable("TERM") == "dumb" ? null : new ProcessScreen(),
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Colour = string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb",
        Width = Console.IsOutputRedirected ? 100 : Math.Max(40, Console.WindowWidth),
        Debug = Variable("CONTROLPLANE_DEBUG") is "1" or "true",
    };

    /// <summary>The same, for a command that goes on in order when its terminal is closed.</summary>
    public Terminal Lasting() => this with { Out = new LastingWriter(Out), Error = new LastingWriter(Error) };

    /// <summary>Spectre's console on <see cref="Error"/>, for what moves.</summary>
    public IAnsiConsole ErrorConsole() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        ColorSystem = Colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Out = new AnsiConsoleOutput(Error),
    });

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);
}
