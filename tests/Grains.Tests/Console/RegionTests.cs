using System.Text.Json.Nodes;
using ControlPlane.Grains.Tests.Processes;

namespace ControlPlane.Grains.Tests.Console;

/// <summary><c>controlplane region</c> on a region of one silo. Every test opens the region, which is done once.</summary>
public sealed class RegionTests(MemorySilo silo) : IClassFixture<MemorySilo>
{
    private const string Open = "open paper-independent --policy least-loaded --speed 1000000";
    private static readonly int Jobs = TestScale.Pick(300, 5_000);

    private RegionConsole Console
    {
        get
        {
            silo.Console.Succeed(Open);
            return silo.Console;
        }
    }

    [Fact]
    public void Opening_twice_changes_nothing_and_says_the_same()
    {
        var first = silo.Console.Succeed(Open);
        Assert.Equal(first.Out, silo.Console.Succeed(Open).Out);
        Assert.Contains("region local is open: 8 sites, 1488 GPUs, 8 ingresses", first.Out, StringComparison.Ordinal);
        Assert.Single(silo.Console.Succeed("policy list --json").Json["versions"]!.AsArray(), v => v!["version"]!.GetValue<int>() == 1);
    }

    [Theory]
    [InlineData("open hundred-sites --policy least-loaded", "error: The region 'local' is configured already, with another fleet")]
    [InlineData("open paper-independent --policy least-loaded --speed 2", "error: The region 'local' is configured already, with another seed, mean job size, load, lease, speed or kind of sites")]
    [InlineData("drain us-eest", "error: region 'local' has no site 'us-eest'; it has us-west, us-east, eu-west, ")]
    [InlineData("policy publish fluid", "error: Policy 'fluid' cannot serve a live region: ")]
    [InlineData("policy activate 4711", "error: The region 'local' keeps no such version of its policy; it keeps 1 to ")]
    [InlineData("play hundred-sites --jobs 1", "error: region 'local' has no ingress ")]
    public void What_the_region_refuses_is_one_line_that_says_what_is_possible(string line, string complaint) =>
        Assert.StartsWith(complaint, Console.Refused(line), StringComparison.Ordinal);

    [Fact]
    public void Every_job_that_is_played_ends_once_and_playing_it_again_adds_none()
    {
        var before = Submitted(Console);
        var played = Console.Succeed($"play paper-independent --jobs {Jobs} --rate 3000 --json -q").Json;
        Assert.Equal((Jobs, Jobs, 0, 0, 0), (Of(played, "jobs"), Of(played, "completed"), Of(played, "lost"), Of(played, "not_ended"), Of(played, "finished_twice")));
        Assert.Empty(played["failures"]!.AsArray());
        Assert.Equal(before + Jobs, Submitted(Console));

        var again = Console.Succeed($"play paper-independent --jobs {Jobs} --rate 3000 --json -q --first-id {Of(played, "first_id")}").Json;
        Assert.Equal((Jobs, Jobs), (Of(again, "known"), Of(again, "completed")));
        Assert.Equal(before + Jobs, Submitted(Console));
    }

    [Fact]
    public void Numbers_of_other_jobs_are_a_failure()
    {
        // Under another seed they are of other sizes, and some come to the same ingress.
        var first = Of(Console.Succeed("play paper-independent --jobs 200 --rate 3000 --json -q").Json, "first_id");
        var other = Console.Run($"play paper-independent --jobs 200 --rate 3000 -q --seed 999 --first-id {first}");
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("not accepted: other jobs have their numbers; choose another --first-id", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_play_that_is_cancelled_can_be_taken_up_again()
    {
        var before = Submitted(Console);
        using var interrupt = new CancellationTokenSource();
        // One job a second: it would take longer than anybody waits.
        var play = Task.Run(() => Console.Run("play paper-independent --jobs 1000 --rate 1 --json -q", interrupt.Token));
        await Eventually.Holds("a job has arrived", () => Task.FromResult(Submitted(Console) > before));
        await interrupt.CancelAsync();
        var cut = await play;
        Assert.Equal(1, cut.ExitCode);
        Assert.True(cut.Json["cancelled_by_user"]!.GetValue<bool>());
        Assert.InRange(Of(cut.Json, "acknowledged"), 1, 999);
        var rest = Console.Succeed($"play paper-independent --jobs 1000 --rate 5000 --json -q --first-id {Of(cut.Json, "first_id")}").Json;
        Assert.Equal((1000, before + 1000), (Of(rest, "completed"), Submitted(Console)));
        Assert.True(Of(rest, "known") >= Of(cut.Json, "acknowledged"));
    }

    [Fact]
    public async Task Operators_drain_resume_fail_and_recover_a_site()
    {
        foreach (var (verb, state) in new[] { ("drain", "draining"), ("resume", "up"), ("fail", "lost"), ("recover", "up") })
        {
            Assert.Equal(state, Console.Succeed($"{verb} eu-west --json").Json["state"]!.GetValue<string>());
            // The board hears of it a moment later.
            await Eventually.Holds($"the board has eu-west as {state}", () => Task.FromResult(StateOf("eu-west") == state));
        }
    }

    [Fact]
    public void A_version_that_is_published_and_activated_decides()
    {
        var version = Of(Console.Succeed("policy publish power-of-d:d=3 --note trial --json").Json, "version");
        Assert.NotEqual("power-of-d:d=3", Policy());
        Console.Succeed($"policy activate {version}");
        Assert.Equal("power-of-d:d=3", Policy());
        Console.Succeed("policy activate 1");
        Assert.Equal("least-loaded", Policy());

        string Policy() => Console.Succeed("status --json").Json["policy"]!.GetValue<string>();
    }

    [Fact]
    public void A_job_is_found_wherever_it_is_and_an_unknown_one_is_exit_code_1()
    {
        var first = Of(Console.Succeed("play paper-independent --jobs 5 --rate 1000 --json -q").Json, "first_id");
        var found = Console.Succeed($"job {first} {first + 4} --json").Json.AsArray();
        Assert.All(found, job => Assert.Equal("completed", job!["state"]!.GetValue<string>()));
        var unknown = Console.Run("job 1");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("unknown", unknown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_there_is_exit_code_3_and_one_line()
    {
        var nobody = new RegionConsole([1]).Run("status");
        Assert.Equal((3, ""), (nobody.ExitCode, nobody.Out));
        Assert.Equal("error: no silo of region 'local' answers at 127.0.0.1:1: is 'controlplane-silo --region local' running there?", nobody.Complaint);
    }

    [Fact]
    public void A_silo_of_another_region_is_nobody()
    {
        var other = new RegionConsole([silo.GatewayPort], "elsewhere").Run("status");
        Assert.Equal(3, other.ExitCode);
        Assert.StartsWith("error: no silo of region 'elsewhere' answers at", other.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void One_gateway_of_several_is_enough() => new RegionConsole([1, silo.GatewayPort]).Succeed(Open);

    private static long Of(JsonNode json, string name) => json[name]!.GetValue<long>();

    private static long Submitted(RegionConsole console) => console.Succeed("status --json").Json["ingresses"]!.AsArray().Sum(i => Of(i!, "submitted"));

    private string StateOf(string site) =>
        Console.Succeed("status --json").Json["sites"]!.AsArray().Single(s => s!["site"]!.GetValue<string>() == site)!["state"]!.GetValue<string>();
}
