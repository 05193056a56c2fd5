using System.CommandLine;
using System.Text.Json.Nodes;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node.Contexts;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Host.Tests.Processes;

namespace ControlPlane.Host.Tests.Node;

public sealed class ContextTests : IDisposable
{
    private const string Secret = "cp_0123456789abcdefghijklmnop";
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("controlplane/contexts.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_context_keeps_an_address_and_a_key_which_is_never_printed()
    {
        var added = Run("add", "lab", "--node", "http://lab:8080", "--key-from-stdin");
        Assert.Equal((0, ""), (added.ExitCode, added.Error));
        Run("add", "home", "--node", "http://127.0.0.1:1");
        var list = Run("list");
        Assert.DoesNotContain(Secret, added.Out + list.Out + Run("list", "--json").Out + Run("show").Out, StringComparison.Ordinal);
        Assert.Equal(["home", "lab"], JsonNode.Parse(Run("list", "--json").Out)!.AsArray().Select(c => (string)c!["context"]!));
        Assert.Equal(Secret, new ContextFile(Path).Read().CurrentOne!.Key);
    }

    [Fact]
    public void The_file_is_for_the_user_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        Run("add", "lab", "--node", "http://lab:8080", "--key-from-stdin");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        Assert.Equal([Path], Directory.GetFiles(_folder.File("controlplane")));
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var open = Run("list");
        Assert.Equal(2, open.ExitCode);
        Assert.Contains("chmod 600", open.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_one_is_current_until_another_is_used_or_it_is_removed()
    {
        Run("add", "lab", "--node", "http://lab:8080");
        Run("add", "home", "--node", "http://home:8080");
        Assert.Equal("http://lab:8080/", Target());
        Run("use", "home");
        Assert.Equal("http://home:8080/", Target());
        Assert.Equal("http://lab:8080/", Target("--context", "lab"));
        Run("remove", "home");
        Assert.Equal("http://127.0.0.1:8080/", Target());
        Assert.Contains("did you mean 'lab'?", Run("use", "lap").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_goes_to_no_other_node_than_that_of_its_context()
    {
        Run("add", "lab", "--node", "http://lab:8080", "--key-from-stdin");
        Assert.Equal(Secret, Key());
        Assert.Equal(Secret, Key("--node", "http://lab:8080"));
        Assert.Null(Key("--node", "http://lab:8081"));
        Assert.Null(Key("--node", "https://lab:8080"));
        Assert.Equal("cp_other", Key("--node", "http://lab:8081", "--key", "cp_other"));
        Assert.Equal("cp_other", Key("--key", "cp_other"));
    }

    [Fact]
    public void Another_node_under_the_same_name_has_to_be_meant()
    {
        Run("add", "lab", "--node", "http://lab:8080", "--key-from-stdin");
        Assert.Contains("'controlplane context remove lab' first", Run("add", "lab", "--node", "http://elsewhere").Error, StringComparison.Ordinal);
        Assert.Equal(0, Run("add", "lab", "--node", "http://lab:8080").ExitCode);
        Assert.Null(Key());
        Assert.Contains("give one of them", Run("show", "--context", "lab", "--node", "http://elsewhere").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add a/b --node http://lab", "NAME must have 1 to 63 letters")]
    [InlineData("add lab --node lab", "--node must be an address such as")]
    [InlineData("add lab --node http://ada:secret@lab", "--node must be an address such as")]
    [InlineData("add lab", "--node is missing")]
    [InlineData("add lab --node http://lab --key-file nowhere", "--key-file: nowhere cannot be read")]
    [InlineData("add lab --node http://lab --key-file nowhere --key-from-stdin", "give --key-from-stdin or --key-file, not both")]
    [InlineData("use lab", "NAME: there is no context 'lab'")]
    public void A_mistake_is_one_line_that_says_what_to_do(string line, string complaint)
    {
        var result = Run(line.Split(' '));
        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains(complaint, Assert.Single(result.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is not the JSON of contexts")]
    [InlineData("{\"format\":2,\"contexts\":[]}", "is not of format 1")]
    [InlineData("{\"format\":1,\"contexts\":[{\"name\":\"lab\"}]}", "lacks its name or node")]
    public void A_file_that_cannot_be_used_is_named(string content, string complaint)
    {
        Directory.CreateDirectory(_folder.File("controlplane"));
        new ContextFile(Path).Write(NodeContexts.None);
        File.WriteAllText(Path, content);
        var result = Run("list");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(complaint, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_win_over_contexts_and_options_over_variables()
    {
        if (OperatingSystem.IsWindows())
            return;
        Run("add", "lab", "--node", "http://lab:8080", "--key-from-stdin");
        Run("add", "home", "--node", "http://home:8080");
        Assert.Equal("http://lab:8080/ True", await Shown([]));
        Assert.Equal("http://home:8080/ False", await Shown(["CONTROLPLANE_CONTEXT=home"]));
        Assert.Equal("http://lab:8080/ True", await Shown(["CONTROLPLANE_CONTEXT=home"], "--context", "lab"));
        Assert.Equal("http://else:1/ False", await Shown(["CONTROLPLANE_NODE=http://else:1"]));
        Assert.Equal("http://other:1/ False", await Shown(["CONTROLPLANE_NODE=http://else:1"], "--node", "http://other:1"));
        Assert.Equal("http://else:1/ True", await Shown(["CONTROLPLANE_NODE=http://else:1", "CONTROLPLANE_KEY=cp_a"]));
    }

    [Fact]
    public async Task The_key_of_the_variable_never_goes_to_the_node_of_a_context()
    {
        if (OperatingSystem.IsWindows())
            return;
        const string key = "CONTROLPLANE_KEY=cp_elsewhere-0123456789";
        Assert.Equal("6789", await KeyEnd([key]));
        Run("add", "lab", "--node", "http://lab:8080", "--key-from-stdin");
        Run("add", "home", "--node", "http://home:8080");
        Assert.Equal("mnop", await KeyEnd([key]));
        Assert.Equal("mnop", await KeyEnd([key], "--context", "lab"));
        Assert.Equal("mnop", await KeyEnd([key, "CONTROLPLANE_NODE=http://lab:8080"], "--context", "lab"));
        Assert.Equal("", await KeyEnd([key], "--context", "home"));
        Assert.Equal("", await KeyEnd([key, "CONTROLPLANE_CONTEXT=home"]));
        Assert.Equal("6789", await KeyEnd([key], "--node", "http://lab:8080"));
        Assert.Equal("wxyz", await KeyEnd([key], "--context", "lab", "--key", "cp_0123456789-wxyz"));
    }

    private async Task<string> Shown(string[] variables, params string[] args)
    {
        var shown = await ShownJson(variables, args);
        return $"{shown["node"]} {(bool)shown["has_key"]!}";
    }

    private async Task<string> KeyEnd(string[] variables, params string[] args) => (string)(await ShownJson(variables, args))["key_end"]!;

    private async Task<JsonNode> ShownJson(string[] variables, params string[] args)
    {
        string[] unset = ["-u", "CONTROLPLANE_NODE", "-u", "CONTROLPLANE_KEY", "-u", "CONTROLPLANE_CONTEXT"];
        var result = await Executable.Finish(Executable.StartProgram(
            "/usr/bin/env", [.. unset, $"XDG_CONFIG_HOME={_folder.Path}", .. variables, Executable.Path, "context", "show", "--json", .. args]));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return JsonNode.Parse(result.Out)!;
    }

    private CliResult Run(params string[] args) => Cli.Run(["context", .. args], colour: false, isTerminal: false, contexts: new ContextFile(Path), stdin: Secret + "\n");

    private string Target(params string[] args) => Read(args).Address.ToString();

    private string? Key(params string[] args) => Read(args).Key;

    private Client.Node.NodeTarget Read(string[] args)
    {
        var input = new NodeInput();
        var command = new RootCommand();
        foreach (var option in input.All)
            command.Add(option);
        return input.Read(command.Parse(args), new ContextFile(Path));
    }
}
