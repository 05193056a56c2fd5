namespace ControlPlane.Host.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("simulat paper", "unknown command 'simulat'; did you mean 'simulate'?")]
    [InlineData("frobnicate", "unknown command 'frobnicate' (see 'controlplane --help')")]
    [InlineData("simulate", "SCENARIO is missing (see 'controlplane simulate --help')")]
    [InlineData("simulate papr", "there is no scenario 'papr'; did you mean 'paper'?")]
    [InlineData("simulate paper --sed 3", "unknown option '--sed'; did you mean '--seed'?")]
    [InlineData("simulate --lod 3 paper", "unknown option '--lod'; did you mean '--load'?")]
    [InlineData("show --foo", "unknown option '--foo'")]
    [InlineData("simulate paper extra", "'extra' is one argument too many")]
    [InlineData("simulate paper --load", "--load needs a value")]
    [InlineData("simulate paper --load 0", "--load must be a number in (0, 100], not '0'")]
    [InlineData("simulate paper --load NaN", "--load must be a number in (0, 100], not 'NaN'")]
    [InlineData("simulate paper --days 0", "--days must be a length of time in (0, 3650] days")]
    [InlineData("simulate paper --seed -1", "--seed must be a whole number in [0, ")]
    [InlineData("simulate paper --seeds 3..1", "--seeds must be a count such as 10")]
    [InlineData("simulate paper --seed 1 --seeds 2", "give --seed or --seeds, not both")]
    [InlineData("simulate paper --threads 0", "--threads must be a whole number in [1, 1024], not '0'")]
    [InlineData("simulate paper --policy dpp", "there is no policy 'dpp'; did you mean 'dp'?")]
    [InlineData("simulate paper --policy dp --policy dp", "'dp' is given twice")]
    [InlineData("simulate paper --policy", "--policy needs a value")]
    [InlineData("simulate paper --json --csv", "give --json or --csv, not both")]
    [InlineData("simulate paper --events x.jsonl", "--events writes one run")]
    [InlineData("simulate paper --engine orlean", "there is no engine 'orlean'; did you mean 'orleans'?")]
    [InlineData("simulate paper --silos 3", "--silos is for --engine orleans")]
    [InlineData("simulate paper --engine orleans --silos 0", "--silos must be a whole number in [1, 16], not '0'")]
    [InlineData("compare paper --sort energ", "--sort: there is no metric 'energ'")]
    [InlineData("compare paper --metrics joules_per_unt", "did you mean 'joules_per_unit'?")]
    [InlineData("compare paper --baseline nobody", "--baseline: there is no policy 'nobody'")]
    [InlineData("frontier paper --budgets 0", "--budgets: each must be 'none' or seconds in (0, 1000000000], not '0'")]
    [InlineData("frontier paper --without nowhere", "--without: there is no site 'nowhere'")]
    [InlineData("frontier paper --utilisation 1.5", "--utilisation must be a number in (0, 1], not '1.5'")]
    [InlineData("why x paper --policy dp", "JOB must be a whole number from 1, not 'x'")]
    [InlineData("why 1 paper", "--policy is missing")]
    [InlineData("why 1 paper --policy dp,ucb1", "--policy: one run is explained at a time")]
    [InlineData("why 1 --policy dp", "SCENARIO is missing: --policy is for a simulated job")]
    [InlineData("why 1 paper --policy dp --node http://127.0.0.1:1", "give SCENARIO or --node, not both")]
    [InlineData("policies nobody", "there is no policy 'nobody'")]
    [InlineData("region", "a command is missing (see 'controlplane region --help')")]
    [InlineData("region opn paper", "unknown command 'opn'; did you mean 'open'? (see 'controlplane region --help')")]
    [InlineData("region open paper", "--policy is missing (see 'controlplane region open --help')")]
    [InlineData("region open paper --policy least-loaded,dp", "--policy must be one policy, not 'least-loaded,dp'")]
    [InlineData("region open paper --policy dp --lease 30", "--lease must be a time from 1 s to 24 h with its unit (30s, 5m, 2h), not '30'")]
    [InlineData("region play paper --rate 5 --speed 5", "give --speed or --rate, not both")]
    [InlineData("region play paper --rate 0", "--rate must be a number in (0, 1000000], not '0'")]
    [InlineData("region status --gateway here", "--gateway must be HOST:PORT such as 127.0.0.1:30000, not 'here'")]
    [InlineData("region status --gateway 127.0.0.1", "--gateway must be HOST:PORT such as 127.0.0.1:30000, not '127.0.0.1'")]
    [InlineData("region status --region a/b", "--region must have 1 to 63 letters, digits, dots, dashes or underscores, not 'a/b'")]
    [InlineData("region drain", "SITE is missing (see 'controlplane region drain --help')")]
    [InlineData("region job x", "ID must be a whole number from 1, not 'x'")]
    [InlineData("region policy activate 0", "VERSION must be a whole number from 1, not '0'")]
    [InlineData("region policy publish nobody", "the policy: there is no policy 'nobody'")]
    [InlineData("completion tcsh", "the shell must be bash, zsh, fish or pwsh, not 'tcsh'")]
    public void A_mistake_is_one_line_that_says_what_to_do(string line, string complaint) =>
        Assert.Contains(complaint, Cli.Error(line.Split(' ')), StringComparison.Ordinal);

    [Fact]
    public void Quiet_keeps_errors() => Assert.Equal(2, Cli.Run("simulate", "papr", "--quiet").ExitCode);

    [Fact]
    public void A_mistake_writes_no_file()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Cli.Error("simulate", "paper", "--policy", "dp", "--load", "0", "--out", folder, "--events", folder + ".jsonl");
        Cli.Error("simulate", "paper", "--policy", "nobody", "--out", folder, "--events", folder + ".jsonl");
        Assert.False(Directory.Exists(folder));
        Assert.False(File.Exists(folder + ".jsonl"));
    }
}
