using System.Text.Json.Nodes;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Host.Tests.Http;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Silo.Embedded.Node;
using ControlPlane.Silo.Embedded.Node.Training;

namespace ControlPlane.Host.Tests.Life;

/// <summary>A trainer that learns from what takes effect on a running node.</summary>
public sealed class TrainerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TrainerSettings Kept => TrainedNode.Settings with { Checkpoint = _folder.File(TrainerChoice.File) };

    [Fact]
    public async Task What_it_learns_becomes_a_version_and_the_shadow_and_decides_only_when_it_is_promoted()
    {
        await using var node = await TrainedNode.Start(_folder.Path, Kept);
        await node.Submit("a", 160);
        var trainer = await node.TrainerWhen(t => (long)t["published"]! == 1);
        Assert.Null((string?)trainer["problem"]);
        Assert.Equal((0L, "[2]"), ((long)trainer["outside"]!, trainer["versions"]!.ToJsonString()));
        var version = await node.Ask(HttpMethod.Get, "/v1/policies/2");
        Assert.Equal(("trainer", "chsac", "1000"), ((string)version["publishedBy"]!, (string)version["policy"]!["name"]!, (string)version["policy"]!["settings"]!["budget"]!));
        Assert.Matches(@"^learned from 1\d\d live decisions, held out -?[\d.]+ % above the frontier, deciding version -?[\d.]+ %$", (string)version["note"]!);
        Assert.NotEqual((string?)version["policy"]!["model"]!["digest"], (string?)(await node.Ask(HttpMethod.Get, "/v1/policies/1"))["policy"]!["model"]!["digest"]);
        JsonNode life = version;
        await Eventually.Holds(async () => (life = await node.Ask(HttpMethod.Get, "/v1/policies/life"))["shadow"] is not null);
        Assert.Equal((1, 2), ((int)life["active"]!, (int)life["shadow"]!["version"]!));

        await node.Ask(HttpMethod.Post, "/v1/policies/promote");
        await node.Submit("b", 1);
        var why = await node.Ask(HttpMethod.Get, "/v1/jobs/b-0/why");
        Assert.StartsWith("chsac (version 2)", (string)why["policy"]!, StringComparison.Ordinal);
        var audit = (await node.Ask(HttpMethod.Get, "/v1/audit?limit=20")).AsArray();
        Assert.Equal(["policy.shadow", "policy.publish"], audit.Where(a => (string)a!["actor"]! == "trainer").Select(a => (string)a!["action"]!));
    }

    [Fact]
    public async Task It_goes_on_after_a_crash_and_a_stop_and_begins_anew_with_a_damaged_checkpoint()
    {
        long kept;
        await using (var node = await TrainedNode.Start(_folder.Path, Kept))
        {
            Assert.StartsWith("a model of", (string)(await node.TrainerWhen(t => (string)t["began"]! != ""))["began"]!, StringComparison.Ordinal);
            await node.Submit("a", 160);
            var trainer = await node.TrainerWhen(t => (long)t["published"]! == 1 && t["keptAt"] is not null);
            kept = (long)trainer["decisions"]!;
            Assert.True(kept >= 150);
        }

        await using (var node = await TrainedNode.Start(_folder.Path, Kept, isNew: false))
        {
            var trainer = await node.TrainerWhen(t => (string)t["began"]! != "");
            Assert.Equal(("its checkpoint", 1L), ((string)trainer["began"]!, (long)trainer["published"]!));
            Assert.InRange((long)trainer["decisions"]!, 150, kept);
            Assert.True((long)trainer["updates"]! > 0);
            kept = (long)trainer["decisions"]! + 20;
            await node.Submit("b", 20);
            await node.TrainerWhen(t => (long)t["decisions"]! == kept);
            await node.Close();
        }

        await using (var node = await TrainedNode.Start(_folder.Path, Kept, isNew: false))
            Assert.Equal(kept, (long)(await node.TrainerWhen(t => (string)t["began"]! != ""))["decisions"]!);
        var bytes = await File.ReadAllBytesAsync(Kept.Checkpoint!);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Kept.Checkpoint!, bytes);
        await using var anew = await TrainedNode.Start(_folder.Path, Kept, isNew: false);
        var begun = await anew.TrainerWhen(t => (string)t["began"]! != "");
        Assert.EndsWith("; its checkpoint was not read: the checkpoint is corrupt: its checksum is not that of its bytes.", (string)begun["began"]!, StringComparison.Ordinal);
        Assert.Equal(0L, (long)begun["decisions"]!);
    }

    [Fact]
    public async Task A_node_without_one_says_so()
    {
        await using var node = await TrainedNode.Start(_folder.Path, null);
        Assert.False((bool)(await node.Ask(HttpMethod.Get, "/v1/policies/trainer"))["isOn"]!);
    }

    [Fact]
    public async Task Nobody_waits_for_one_that_stalls_and_what_it_is_not_told_is_counted()
    {
        using var host = new StallingHost();
        var (trainer, view) = Trainer(Kept with { Every = 300, Queue = 50 }, host);
        using var _ = trainer;
        for (var i = 0; !host.Began.IsSet; i++)
            Decide(trainer, view, i);
        for (var i = 0; i < 200; i++)
            Decide(trainer, view, i);
        var stalled = trainer.Show();
        Assert.True(stalled.Dropped >= 150, $"{stalled}");
        host.Release.Set();
        await Eventually.Holds(() => trainer.Show() is { Waiting: 0, Problem: null } shown && shown.Decisions > stalled.Decisions);
    }

    [Fact]
    public async Task What_is_worse_than_the_version_that_decides_is_not_published_and_the_reason_is_shown()
    {
        using var host = new StallingHost();
        host.Release.Set();
        var (trainer, view) = Trainer(Kept with { Tolerance = -1_000 }, host);
        using var _ = trainer;
        var shown = await Until(trainer, view, t => t.Refused > 0);
        Assert.Matches(@"^no better: held out -?[\d.]+ % above the frontier, deciding version -?[\d.]+ %$", shown.LastRefusal);
        Assert.Equal((0, 0L), (host.Published, shown.Published));
    }

    [Fact]
    public async Task Where_its_versions_wait_in_vain_it_publishes_no_more()
    {
        using var host = new StallingHost { Waiting = 16 };
        host.Release.Set();
        var (trainer, view) = Trainer(Kept, host);
        using var _ = trainer;
        var shown = await Until(trainer, view, t => t.Refused > 0);
        Assert.StartsWith("16 versions of the trainer are newer than the one that decides", shown.LastRefusal, StringComparison.Ordinal);
        Assert.Equal(0, host.Published);
    }

    public void Dispose() => _folder.Dispose();

    private static (NodeTrainer Trainer, FleetView View) Trainer(TrainerSettings settings, ITrainedHost host)
    {
        var view = new FleetView(settings.Scenario.Fleet);
        var trainer = new NodeTrainer(view.Model, settings, new KnownLoad(400, 60, 1), host, PolicyCatalog.All, TimeProvider.System);
        trainer.Follow(view);
        return (trainer, view);
    }

    private static async Task<TrainerView> Until(NodeTrainer trainer, FleetView view, Func<TrainerView, bool> isExpected)
    {
        var decisions = 0;
        await Eventually.Holds(() =>
        {
            if (trainer.Show().Waiting == 0)
                Decide(trainer, view, decisions++);
            return isExpected(trainer.Show());
        });
        return trainer.Show();
    }

    private static void Decide(NodeTrainer trainer, FleetView view, int job)
    {
        var site = job % view.Sites.Length;
        view.SetTime(view.NowS + 5);
        trainer.Decided(new Job(new JobId(job), 0, 400, view.NowS), null, view, new Placement(site, new Allocation(1 + job % 4, 3)), []);
        view.Report(view.Sites[site]);
    }

    private sealed class StallingHost : ITrainedHost, IDisposable
    {
        public ManualResetEventSlim Began { get; } = new();

        public ManualResetEventSlim Release { get; } = new();

        public int Waiting { get; init; }

        public int Published { get; private set; }

        public DecidingVersion Deciding()
        {
            Began.Set();
            Release.Wait();
            return new DecidingVersion(new PolicySpec("least-loaded"), Waiting);
        }

        public void Publish(PolicyChoice policy, ReadOnlyMemory<byte> model, string note, bool asShadow) => Published++;

        public void Dispose()
        {
            Release.Set();
            Began.Dispose();
        }
    }
}
