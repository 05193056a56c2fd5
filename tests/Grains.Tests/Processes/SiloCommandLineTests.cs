namespace ControlPlane.Grains.Tests.Processes;

/// <summary>The command line of the silo, as a process: one line says what is wrong, and the exit code tells a supervisor whether to try again.</summary>
public sealed class SiloCommandLineTests
{
    [Theory]
    [InlineData(2, "there is no such file or shipped scenario", "--carrier", "embedded", "--dev", "--fleet", "nowhere")]
    [InlineData(2, "must be one of embedded, orleans, not 'horse'", "--carrier", "horse")]
    [InlineData(2, "--silo-port must be a whole number in [0, 65535], not '70000'", "--silo-port", "70000")]
    [InlineData(2, "--storage postgres needs --connection", "--storage", "postgres")]
    [InlineData(2, "--connection is not a connection string", "--storage", "postgres", "--connection", "Hast=db")]
    [InlineData(2, "--connection names no Host", "--storage", "postgres", "--connection", "Database=db")]
    [InlineData(2, "--storage is memory", "--connection", "Host=db")]
    [InlineData(2, "--join is for --storage memory", "--storage", "postgres", "--connection", "Host=db", "--join", "127.0.0.1:11111")]
    [InlineData(2, "with its unit", "--drain-timeout", "5")]
    [InlineData(2, "must be one address of this machine", "--address", "0.0.0.0")]
    [InlineData(2, "is not an address of this machine", "--address", "192.0.2.1")]
    [InlineData(2, "Unrecognized command or argument '--horse'", "--horse")]
    [InlineData(2, "one of --print and --apply", "schema")]
    [InlineData(3, "cannot be used", "--storage", "postgres", "--connection", "Host=127.0.0.1;Port=1;Database=db", "--silo-port", "0", "--gateway-port", "0")]
    [InlineData(3, "cannot be used", "schema", "--apply", "--connection", "Host=127.0.0.1;Port=1;Database=db")]
    public async Task What_cannot_be_run_is_said_in_one_line(int code, string message, params string[] arguments)
    {
        var end = await SiloProcess.Run(arguments);
        Assert.Equal((code, ""), (end.ExitCode, end.Out));
        Assert.StartsWith("error: ", OneLine(end), StringComparison.Ordinal);
        Assert.Contains(message, end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_says_the_same_as_its_option_which_wins()
    {
        var variable = ("CONTROLPLANE_SILO_PORT", "70000");
        Assert.Equal("error: CONTROLPLANE_SILO_PORT must be a whole number in [0, 65535], not '70000'", OneLine(await SiloProcess.RunWith([variable])));
        Assert.Equal("error: --silo-port must be a whole number in [0, 65535], not 'x'", OneLine(await SiloProcess.RunWith([variable], "--silo-port", "x")));
        Assert.Equal("error: CONTROLPLANE_JSON must be true or false, not 'maybe'", OneLine(await SiloProcess.RunWith([("CONTROLPLANE_JSON", "maybe")])));
    }

    [Fact]
    public async Task Help_teaches_with_examples()
    {
        var end = await SiloProcess.Run("--help");
        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        foreach (var part in new[] { "--fast-failover", "Examples:", "schema --print", "Exit codes:", "CONTROLPLANE_HTTP_PORT" })
            Assert.Contains(part, end.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_is_printed_as_sql_and_nothing_else()
    {
        var end = await SiloProcess.Run("schema", "--print");
        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.StartsWith("-- ", end.Out, StringComparison.Ordinal);
        Assert.Equal(20, end.Out.Split("Key', $query$").Length - 1);
    }

    private static string OneLine(SiloEnd end) => Assert.Single(end.Error.TrimEnd().Split('\n')).TrimEnd();
}
