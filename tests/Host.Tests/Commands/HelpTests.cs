using System.Text.RegularExpressions;
using ControlPlane.Client.Hosting;

namespace ControlPlane.Host.Tests.Commands;

public sealed class HelpTests
{
    public static TheoryData<string> CommandNames => [.. All(Commands()).Select(Path)];

    [Fact]
    public void Help_of_the_root_lists_every_command_under_its_section()
    {
        var result = Cli.Run("--help");
        Assert.Equal(0, result.ExitCode);
        Assert.All(Commands(), c => Assert.Matches($@"(?m)^  {c.Name} +\S", result.Out));
        string[] headings = ["Usage:", "Simulate and compare:", "Understand:", "Operate:", "Tools:", "Options:", "Examples:", "Exit codes:", "Environment:"];
        Assert.Equal(headings, result.Lines.Where(l => l.EndsWith(':') && !l.StartsWith(' ')));
    }

    [Fact]
    public void No_arguments_show_the_help() => Assert.Equal(Cli.Run("--help").Out, Cli.Run().Out);

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Help_of_a_command_has_usage_options_and_examples_and_fits_the_width(string name)
    {
        var result = Cli.Run([.. name.Split(' '), "--help"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.Contains($"\nUsage:\n  controlplane {name}", result.Out, StringComparison.Ordinal);
        Assert.Contains("\nExamples:\n  # ", result.Out, StringComparison.Ordinal);
        var shell = result.Lines.SkipWhile(l => l != "Examples:");
        Assert.All(result.Lines.Except(shell), l => Assert.True(l.Length <= 100, l));
        var command = All(Commands()).Single(c => Path(c) == name);
        Assert.All(command.Options.Where(o => !o.Hidden), o => Assert.Contains(o.Name, result.Out, StringComparison.Ordinal));
        Assert.All(command.Options, o => Assert.False(string.IsNullOrEmpty(o.Description), o.Name));
        Assert.All(command.Arguments, a => Assert.False(string.IsNullOrEmpty(a.Description), a.Name));
        Assert.Equal(command.Options, command.Groups.SelectMany(g => g.Options));
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Examples_of_a_command_can_be_parsed(string name)
    {
        var root = CommandLine.Root(Services());
        foreach (var (_, line) in All(Commands()).Single(c => Path(c) == name).Examples)
        {
            var start = line.IndexOf("controlplane ", StringComparison.Ordinal);
            var words = Regex.Matches(line[(start + "controlplane ".Length)..].Split(['|', ')', '>'])[0], "'[^']*'|[^ ]+", RegexOptions.None, TimeSpan.FromSeconds(1));
            Assert.Null(ParseComplaint.Of(root.Parse([.. words.Select(w => w.Value.Trim('\''))])));
        }
    }

    [Fact]
    public void Help_wins_over_mistakes() => Assert.Equal(0, Cli.Run("simulate", "--load", "0", "--help").ExitCode);

    [Fact]
    public void Version_is_a_number() => Assert.Matches(@"^\d+\.\d+\.\d+", Cli.Run("--version").Out);

    private static IEnumerable<CliCommand> All(IEnumerable<CliCommand> commands) => commands.SelectMany(c => All(c.Subcommands.OfType<CliCommand>()).Prepend(c));

    private static string Path(CliCommand command) => CommandPath.Of(command)["controlplane ".Length..];

    private static IEnumerable<CliCommand> Commands() => CommandLine.Root(Services()).Subcommands.OfType<CliCommand>();

    private static CliServices Services() => new(new Terminal { Out = TextWriter.Null, Error = TextWriter.Null }, new TestScenarios());
}
