using System.CommandLine;
using ControlPlane.Client.Output;

namespace ControlPlane.Client.Hosting;

/// <summary>Writes help: what a command does, how it is called, and commands to copy.</summary>
/// <param name="terminal">Where to write.</param>
internal sealed class HelpPage(Terminal terminal)
{
    private const int Widest = 110;
    private const int WidestLeft = 30;
    private readonly int _width = Math.Min(Widest, terminal.Width);

    /// <summary>Writes the page of a command.</summary>
    /// <param name="command">The command or the root.</param>
    public void Write(Command command)
    {
        Paragraph(command.Description ?? "");
        if (command is RootCommand root)
            WriteRoot(root);
        else if (command is CliCommand described)
            WriteCommand(described);
    }

    private void WriteRoot(RootCommand root)
    {
        Heading("Usage");
        terminal.Out.WriteLine("  controlplane COMMAND [options]");
        foreach (var section in root.Subcommands.OfType<CliCommand>().GroupBy(c => c.Section))
        {
            Heading(section.Key);
            Rows([.. section.Select(c => (c.Name, c.Description ?? ""))]);
        }

        Heading("Options");
        Rows([("-h, --help", "Help, also after every command."), ("--version", "The version.")]);
        Heading("Examples");
        Examples(
        [
            ("the published study, reproduced and explained, in seconds", "controlplane demo"),
            ("all policies on the paper's fleet, ten seeds each, with confidence intervals", "controlplane compare paper-independent --seeds 10"),
            ("why a job went where it went", "controlplane why 4711 paper-independent --policy least-energy"),
            ("a node on this machine, with all sites of a fleet", "controlplane serve --speed 20"),
        ]);
        Heading("Exit codes");
        Rows(
        [
            ("0", "Done."),
            ("1", "It ran, but a check failed, or it was cancelled and the results are partial."),
            ("2", "Bad input or usage: nothing was run or written."),
            ("3", "A live region or a node cannot be reached, or the node does not take the key."),
        ]);
        Heading("Environment");
        Rows(
        [
            ("NO_COLOR", "Set: no colours."),
            ("CONTROLPLANE_DEBUG", "1: unexpected errors show where they came from."),
            ("CONTROLPLANE_GATEWAY", "Gateways of a live region: --gateway of 'controlplane region'."),
            ("CONTROLPLANE_REGION", "Name of a live region: --region of 'controlplane region'."),
            ("CONTROLPLANE_NODE", "Address of a node: --node of 'agent', 'submit', 'jobs' and the like."),
            ("CONTROLPLANE_KEY", "The key for a node that is not from a context: --key."),
            ("CONTROLPLANE_CONTEXT", "A node and its key by name: --context."),
            ("CONTROLPLANE_SILO", "Path of the program controlplane-silo, for 'serve'."),
        ]);
    }

    private void WriteCommand(CliCommand command)
    {
        foreach (var paragraph in command.Details)
        {
            terminal.Out.WriteLine();
            Paragraph(paragraph);
        }

        Heading("Usage");
        var arguments = string.Concat(command.Arguments.Select(a => " " + Usage(a)));
        var isGroup = command.Subcommands.Count > 0;
        if (!isGroup || command.Action is not null)
            terminal.Out.WriteLine($"  {CommandPath.Of(command)}{arguments}{(command.Options.Count > 0 ? " [options]" : "")}");
        if (isGroup)
            terminal.Out.WriteLine($"  {CommandPath.Of(command)} COMMAND{(command.Action is null ? arguments : "")} [options]");
        if (command.Subcommands.Count > 0)
        {
            Heading("Commands");
            Rows([.. command.Subcommands.Select(c => (c.Name, c.Description ?? ""))]);
        }

        if (command.Arguments.Count > 0)
        {
            Heading("Arguments");
            Rows([.. command.Arguments.Select(a => (a.HelpName ?? a.Name, a.Description ?? ""))]);
        }

        foreach (var (title, options) in command.Groups)
        {
            Heading(title);
            Rows([.. options.Select(o => (Left(o), o.Description ?? ""))]);
        }

        Heading("Examples");
        Examples(command.Examples);
    }

    private static string Usage(Argument argument)
    {
        var name = argument.HelpName ?? argument.Name;
        if (argument.Arity.MaximumNumberOfValues > 1)
            name += "...";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static string Left(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).OrderBy(n => n.Length));
        return option.HelpName is null ? names : $"{names} {option.HelpName}";
    }

    private void Examples(IReadOnlyList<(string Comment, string Line)> examples)
    {
        for (var i = 0; i < examples.Count; i++)
        {
            if (i > 0)
                terminal.Out.WriteLine();
            terminal.Out.WriteLine("  " + Style("2", "# " + examples[i].Comment));
            terminal.Out.WriteLine("  " + examples[i].Line);
        }
    }

    private void Heading(string text)
    {
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(Style("1", text + ":"));
    }

    private void Paragraph(string text)
    {
        foreach (var line in TextWrap.Lines(text, _width))
            terminal.Out.WriteLine(line);
    }

    private void Rows(IReadOnlyList<(string Left, string Right)> rows)
    {
        var left = Math.Min(WidestLeft, rows.Max(r => r.Left.Length)) + 2;
        foreach (var row in rows)
        {
            var fits = row.Left.Length < left;
            if (!fits)
                terminal.Out.WriteLine("  " + row.Left);
            var lines = TextWrap.Lines(row.Right, _width - left - 2);
            for (var i = 0; i < lines.Count; i++)
                terminal.Out.WriteLine("  " + (i == 0 && fits ? row.Left.PadRight(left) : new string(' ', left)) + lines[i]);
        }
    }

    private string Style(string code, string text) => terminal is { OutIsTerminal: true, Colour: true } ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
