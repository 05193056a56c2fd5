namespace ControlPlane.Host.Tests.Operating;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--storage is for --carrier orleans, and this is --carrier embedded", "--storage", "postgres")]
    [InlineData("--fast-failover is for --carrier orleans", "--fast-failover")]
    [InlineData("--capacity is for --carrier embedded, and this is --carrier orleans", "--carrier", "orleans", "--capacity", "9")]
    [InlineData("--data is for --carrier embedded", "--carrier", "orleans", "--data", "d")]
    [InlineData("--dev is for the HTTP API, which --carrier orleans serves with --http-port only", "--carrier", "orleans", "--dev")]
    [InlineData("--policy: there is no policy 'least'; there are dp, ", "--dev", "--policy", "least")]
    [InlineData("--policy: least-energy: 'gpus' must be a whole number in [1, 1024], not '0'", "--dev", "--policy", "least-energy:gpus=0")]
    [InlineData("--policy: least-energy: settings are written as name=value, not 'gpus'", "--dev", "--policy", "least-energy:gpus")]
    [InlineData("--capacity must be a whole number in [1, 10000000], not '0'", "--dev", "--capacity", "0")]
    [InlineData("--remembered must be a whole number in [1, 10000000], not '-1'", "--dev", "--remembered", "-1")]
    [InlineData("--most-attempts must be a whole number in [1, 1000], not 'x'", "--dev", "--most-attempts", "x")]
    [InlineData("--requests-per-second must be a whole number in [1, 1000000], not '0'", "--dev", "--requests-per-second", "0")]
    [InlineData("--otlp-endpoint must be an address such as http://127.0.0.1:4317, not 'ftp://a'", "--dev", "--otlp-endpoint", "ftp://a")]
    [InlineData("--http-address must be an IP address", "--http-address", "localhost")]
    [InlineData("--keys names keys, and --dev does without", "--dev", "--keys", "k.json")]
    [InlineData("0.0.0.0 is not a loopback address: give --tls-certificate and --tls-key, or --insecure-http", "--http-address", "0.0.0.0")]
    [InlineData("there is no such file or shipped scenario", "--dev", "--fleet", "nowhere")]
    public async Task What_cannot_be_run_is_named_with_what_is_allowed(string complaint, params string[] args) =>
        Assert.Contains(complaint, await SiloProgram.Complaint(args), StringComparison.Ordinal);

    [Fact]
    public async Task Help_groups_options_by_what_they_are_for_and_says_every_one_of_them_once()
    {
        var help = await SiloProgram.Run("--help");
        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        var options = help.Out[..help.Out.IndexOf("Examples:", StringComparison.Ordinal)];
        string[] titles = ["Verbs:", "General:", "Fleet:", "Node (--carrier embedded):", "Storage:", "HTTP API:", "Cluster (--carrier orleans):"];
        var places = titles.Select(t => options.IndexOf($"\n{t}", StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        var names = options.Split('\n').Where(l => l.StartsWith("  --", StringComparison.Ordinal)).Select(l => l.Trim().Split(' ')[0]).ToList();
        Assert.True(names.Count > 30, $"{names.Count} options");
        Assert.Equal(names.Distinct(), names);
        Assert.All(help.Out.Split('\n').TakeWhile(l => l != "Examples:"), l => Assert.InRange(l.Length, 0, 110));
    }
}
