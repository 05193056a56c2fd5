using System.CommandLine;
using System.CommandLine.Help;
using ControlPlane.Client.Commands;
using ControlPlane.Client.Scenarios;
using ControlPlane.Client.Studies;

namespace ControlPlane.Client.Hosting;

/// <summary>The command line as a whole: parses, runs, turns every failure into one message and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs in this process's terminal.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The exit code.</returns>
    public static int RunProcess(string[] args)
    {
        var terminal = Terminal.OfProcess();
        using var interrupts = new Interrupts(terminal.Error);
        return Run(args, new CliServices(terminal, new ScenarioSource(), new StudyReportWriter(), interrupts.Token) { Interrupts = interrupts });
    }

    /// <summary>Runs anywhere.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="services">What commands work with.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, CliServices services)
    {
        var terminal = services.Terminal;
        try
        {
            var root = Root(services with { CommandText = $"controlplane {string.Join(' ', args)}" });
            var result = root.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (result.Action is not HelpPageAction && ParseComplaint.Of(result) is { } complaint)
                throw new InputException(complaint);
            return result.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception e)
        {
            return Failures.Report(e, terminal);
        }
        finally
        {
            terminal.Out.Flush();
        }
    }

    /// <summary>The tree of commands.</summary>
    /// <param name="services">What they work with.</param>
    public static RootCommand Root(CliServices services)
    {
        var root = new RootCommand("Decides where the jobs of a fleet of AI data centres run, and shows how far each policy is from the optimum.");
        foreach (var command in CommandList.Create(services))
            root.Add(command);
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new HelpPageAction(services.Terminal);
        return root;
    }
}
