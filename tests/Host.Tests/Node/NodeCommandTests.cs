using System.Text.Json.Nodes;

namespace ControlPlane.Host.Tests.Node;

public sealed class NodeCommandTests
{
    [Fact]
    public async Task A_whole_fleet_of_agents_runs_a_series_of_jobs()
    {
        await using var node = await NodeServer.Start();
        Assert.Equal(0, node.Run("submit", "--id", "night", "--count", "60", "--size", "20").ExitCode);
        var agents = await node.Agents(l => l.Completed == 60, "--speed", "200", "--json");
        Assert.Equal((0, ""), (agents.ExitCode, agents.Error));
        var tallies = JsonNode.Parse(agents.Out)!.AsArray();
        Assert.Equal(["east", "west"], tallies.Select(t => (string)t!["site"]!));
        Assert.Equal(60, tallies.Sum(t => (int)t!["finished"]!));
        Assert.All(tallies, t => Assert.Equal(1, (int)t!["sessions"]!));
        Assert.Equal(60, (int)node.Json("ledger")["completed"]!);
        Assert.All(node.Json("jobs", "--limit", "1000").AsArray(), j => Assert.Equal(1, (int)j!["attempts"]!));
    }

    [Fact]
    public async Task Jobs_that_fail_at_random_are_tried_again_and_given_up_after_three_failures()
    {
        await using var node = await NodeServer.Start();
        node.Run("submit", "--id", "bad", "--count", "10", "--size", "1");
        await node.Agents(l => l.Failed == 10, "--speed", "1000", "--fail", "1");
        Assert.Equal(10, (int)node.Json("ledger")["failed"]!);
    }

    [Fact]
    public async Task An_agent_that_is_stopped_leaves_its_jobs_to_the_node_at_once()
    {
        await using var node = await NodeServer.Start();
        node.Run("submit", "--id", "long", "--size", "100000");
        var agents = await node.Agents(_ => node.Plane.Started > 0, "--json");
        Assert.Equal(1, JsonNode.Parse(agents.Out)!.AsArray().Sum(t => (int)t!["stopped"]!));
        Assert.Equal(0, (int)node.Json("ledger")["running"]!);
        await node.Agents(l => l.Completed == 1, "--speed", "1000000");
        Assert.Equal("completed", (string)node.Json("job", "long")["state"]!);
    }

    [Fact]
    public async Task A_withdrawn_job_is_stopped_at_its_site()
    {
        await using var node = await NodeServer.Start();
        node.Run("submit", "--id", "long", "--size", "100000");
        var hasCancelled = false;
        var agents = await node.Agents(
            ledger =>
            {
                if (node.Plane.Started > 0 && !hasCancelled)
                    hasCancelled = node.Run("cancel", "long").ExitCode == 0;
                return ledger.Cancelled == 1;
            },
            "--json");
        Assert.Equal("cancelled", (string)node.Json("job", "long")["state"]!);
        Assert.Equal(0, agents.ExitCode);
    }

    [Fact]
    public async Task Submitting_again_changes_nothing_and_another_job_under_the_id_is_refused()
    {
        await using var node = await NodeServer.Start();
        Assert.Equal("a: accepted\n", node.Run("submit", "--id", "a", "--size", "2").Out);
        Assert.Equal("a: known\n", node.Run("submit", "--id", "a", "--size", "2").Out);
        var other = node.Run("submit", "--id", "a", "--size", "3");
        Assert.Equal(2, other.ExitCode);
        Assert.Equal("error: a: conflict: another job was submitted under the id 'a'\n", other.Error);
        var nowhere = node.Run("submit", "--id", "b", "--size", "3", "--allow", "mars");
        Assert.Equal(2, nowhere.ExitCode);
        Assert.Contains("east, west", nowhere.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_over_several_lists_is_accepted_whole_and_listed_over_several_pages()
    {
        await using var node = await NodeServer.Start();
        Assert.Equal("2300 jobs accepted: s-1 to s-2300\n", node.Run("submit", "--id", "s", "--count", "2300", "--size", "2", "-q").Out);
        Assert.Equal(2300, node.Json("jobs", "--limit", "5000", "--state", "held,queued").AsArray().Select(j => (string)j!["submission"]!["id"]!).Distinct().Count());
        Assert.Equal(1500, node.Json("jobs", "--limit", "1500").AsArray().Count);
        Assert.Empty(node.Json("jobs", "--state", "running").AsArray());
    }

    [Fact]
    public async Task A_full_node_takes_what_it_can_and_the_rest_ends_with_exit_code_3()
    {
        await using var node = await NodeServer.Start(capacity: 4);
        var result = node.Run("submit", "--id", "s", "--count", "30", "--size", "2", "--give-up", "1s", "--json");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("busy", result.Error, StringComparison.Ordinal);
        Assert.Contains(JsonNode.Parse(result.Out)!.AsArray(), r => (string)r!["outcome"]! == "accepted");
    }

    [Fact]
    public async Task Jobs_of_a_file_are_refused_with_their_lines()
    {
        using var folder = new Embedded.TemporaryFolder();
        var file = folder.File("jobs.jsonl");
        await File.WriteAllTextAsync(file, "{\"id\":\"a\",\"sizeUnits\":1}\n\n{\"id\":\"b\",\"sizeUnits\":1,\"allowedSites\":[\"mars\"]}\n{\"id\":\"c\",\"sizeUnits\":1,\"priority\":3}\n");
        await using var node = await NodeServer.Start();
        var result = node.Run("submit", "--file", file);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("a: accepted\nc: accepted\n", result.Out);
        Assert.StartsWith($"error: {file}:3: b: invalid: ", result.Error, StringComparison.Ordinal);
        Assert.Equal("a: known\nc: known\n", node.Run("submit", "--file", file).Out);
    }

    [Fact]
    public async Task Why_says_what_else_may_have_been_meant()
    {
        await using var node = await NodeServer.Start();
        var result = node.Run("why", "4711");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("for a simulated job give its SCENARIO and --policy", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_can_be_read()
    {
        await using var node = await NodeServer.Start();
        node.Run("submit", "--id", "a", "--size", "2");
        Assert.Contains(node.Json("events").AsArray(), e => (string)e!["kind"]! == "submitted" && (string)e["job"]! == "a");
        Assert.Contains("submitted", node.Run("events").Out, StringComparison.Ordinal);
        Assert.Contains("west", node.Run("why", "a").Out, StringComparison.Ordinal);
        Assert.Equal("embedded", (string)node.Json("node", "status")["carrier"]!);
        Assert.Empty(node.Json("policy", "list").AsArray());
        Assert.Equal(0, node.Run("sites").ExitCode);
        Assert.Contains("closes", node.Run("ledger").Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_repeated_while_the_node_is_unavailable()
    {
        await using var node = await NodeServer.Start();
        node.Plane.FailNext(3);
        var result = node.Run("submit", "--id", "a", "--size", "2");
        Assert.Equal((0, "a: accepted\n"), (result.ExitCode, result.Out));
        Assert.StartsWith("warning: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("the disk is full", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_are_one_line_and_exit_code_2()
    {
        await using var node = await NodeServer.Start();
        foreach (var verb in new[] { "job", "cancel" })
        {
            var result = node.Run(verb, "nobody");
            Assert.Equal((2, ""), (result.ExitCode, result.Out));
            Assert.StartsWith("error: ", Assert.Single(result.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        }

        Assert.Contains("did you mean 'east'?", node.Run("agent", "--site", "eas").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_that_is_not_there_is_exit_code_3()
    {
        // Nobody listens on the port of discard here.
        var result = Cli.Run("sites", "--node", "http://127.0.0.1:9", "--give-up", "0.2s", "-q");
        Assert.Equal((3, ""), (result.ExitCode, result.Out));
        Assert.Contains("--give-up", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_missing_is_exit_code_3_at_once()
    {
        using var folder = new Embedded.TemporaryFolder();
        await using var node = await NodeServer.Start(change: s => s with { Dev = false, KeysFile = Path.Combine(folder.Path, "keys.json") });
        var result = node.Run("sites");
        Assert.Equal((3, ""), (result.ExitCode, result.Out));
        Assert.Contains("--key", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("submit", "give --size and the like, or --file")]
    [InlineData("submit --size 0", "--size must be a number in (0, ")]
    [InlineData("submit --size 1 --id a/b", "--id must have 1 to 64 letters")]
    [InlineData("submit --size 1 --priority 10", "--priority must be a whole number in [0, 9], not '10'")]
    [InlineData("submit --size 1 --deadline soon", "--deadline must be a time from now on")]
    [InlineData("submit --file nowhere.json --size 1", "give --file or --size, not both")]
    [InlineData("submit --file nowhere.json", "nowhere.json cannot be read")]
    [InlineData("limit east many", "GPUS must be a whole number from 0, not 'many'")]
    [InlineData("quota a many", "the quota must be a whole number in [0, 1000000] or 'none', not 'many'")]
    [InlineData("policy publish nobody", "the policy: there is no policy 'nobody'")]
    [InlineData("policy activate 0", "VERSION must be a whole number from 1, not '0'")]
    [InlineData("keys add ci --role submiter", "--role: there is no role 'submiter'; did you mean 'submitter'?")]
    [InlineData("keys add ci --role agent", "--role agent and --site belong together")]
    [InlineData("keys add ci --role viewer --tenant a", "--tenant is for --role submitter")]
    [InlineData("site drain east", "unknown command 'site'; did you mean 'sites'?")]
    [InlineData("serve nowhere", "there is no scenario 'nowhere'")]
    [InlineData("serve --port 70000", "--port must be a whole number in [0, 65535], not '70000'")]
    [InlineData("serve --agents --no-agents", "give --agents or --no-agents, not both")]
    [InlineData("serve --policy nobody", "--policy: there is no policy 'nobody'")]
    [InlineData("top --every 1", "--every must be a time from 200 ms to 60 min with its unit")]
    [InlineData("agent", "give --site or --all, one of them")]
    [InlineData("agent --all --site east", "give --site or --all, one of them")]
    [InlineData("agent --all --fail 2", "--fail must be a number in (0, 1], not '2'")]
    [InlineData("jobs --state runing", "--state: there is no state 'runing'; did you mean 'running'?")]
    [InlineData("sites --node here", "--node must be an address such as http://127.0.0.1:8080, not 'here'")]
    [InlineData("events --follow --csv", "--csv is not for --follow")]
    [InlineData("job", "ID is missing")]
    public void A_mistake_is_one_line_that_says_what_to_do(string line, string complaint) =>
        Assert.Contains(complaint, Cli.Error(line.Split(' ')), StringComparison.Ordinal);
}
