using ControlPlane.Core.Tests.Policies.Catalog;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>The life of a node's policy, and what of it survives.</summary>
public sealed class NodePolicyLifeTests
{
    private static readonly PolicyModel Model = new("site-1.model", new byte[] { 1 });
    private readonly TestNode _test = new();

    public NodePolicyLifeTests()
    {
        _test.Publish("least-loaded");
        foreach (var site in new[] { "large", "small", "slow" })
            _test.Register(site);
    }

    private ControlNode Node => _test.Node;

    [Fact]
    public void A_model_is_kept_once_however_many_versions_decide_with_it_and_survives()
    {
        var before = _test.JournalBytes;
        Assert.Equal(2, PublishModel("a"));
        var first = _test.JournalBytes - before;
        Assert.Equal(3, PublishModel("b"));
        Assert.True(_test.JournalBytes - before - first < first - 1_000, "the model is journalled once");
        var again = _test.Restored();
        var choice = again.PolicyOf(3);
        Assert.Equal(Big.Digest, choice.Model!.Digest);
        Assert.Equal(Big.Bytes.ToArray(), again.ModelOf(choice.Model).ToArray());
    }

    [Fact]
    public void A_model_that_is_not_the_one_it_is_said_to_be_is_refused_and_nothing_is_published()
    {
        var choice = new PolicyChoice("modelled", new Dictionary<string, string>(), new ModelMark("m", Model.Digest, 1));
        Assert.Contains("other bytes", Assert.Throws<ControlException>(() => Node.Publish(choice, "", "ann", new byte[] { 2 })).Message, StringComparison.Ordinal);
        Assert.Contains("not 0", Assert.Throws<ControlException>(() => Node.Publish(choice, "", "ann")).Message, StringComparison.Ordinal);
        Assert.Single(Node.Policies());
    }

    [Fact]
    public void Every_step_of_a_life_survives()
    {
        _test.Publish("round-robin");
        Node.Publish(new PolicyChoice("power-of-d", new Dictionary<string, string>()), "", "ann");
        Node.Shadow(3, "ann");
        Node.Canary(1, 0.25, "ann");
        Node.RollBack("ann");
        Node.Canary(2, 0.5, "ann");
        Assert.Equal((1, 3, 2, 0.5), (Node.Life.Active, Node.Life.Shadow!.Value, Node.Life.Canary!.Value, Node.Life.Share));
        Assert.Equal(Node.Life, _test.Restored().Life);
        Assert.Equal(["policy.canary", "policy.rollback", "policy.canary", "policy.shadow"], Node.Audit(4).Select(a => a.Action));
        Assert.Equal(ControlProblem.NotFound, Assert.Throws<ControlException>(() => Node.Shadow(4, "ann")).Problem);
    }

    [Fact]
    public void The_canary_decides_about_its_jobs_and_no_others_and_each_is_counted_for_its_version()
    {
        PublishModel("a");
        Node.Canary(2, 0.5, "ann");
        _test.Canary = new ModelledPolicy(Model);
        for (var i = 0; i < 20; i++)
            _test.Submit($"job-{i}");
        foreach (var id in Enumerable.Range(0, 20).Select(i => $"job-{i}"))
        {
            var why = Node.Why(id, out var version)!;
            var isCanary = CanaryShare.Of(id) < 0.5;
            Assert.Equal(isCanary ? 2 : 1, version);
            Assert.Equal(isCanary ? "modelled (version 2, canary)" : "least-loaded (version 1)", why.Policy.Split(':')[0]);
        }

        Assert.All(Node.Policies(), p => Assert.True(p.Decisions > 0));
        Assert.Equal(Node.Policies().Select(p => p.Decisions), _test.Restored().Policies().Select(p => p.Decisions));
    }

    [Fact]
    public void A_shadow_is_counted_with_its_disagreements_and_regrets_and_why_tells_them()
    {
        PublishModel("a");
        Node.Shadow(2, "ann");
        _test.Submit("job-0");
        _test.Submit("job-1");
        Node.NoteShadow(2, [Verdict("job-0", 1, 0.5, -40, 3), Verdict("job-1", 0, double.NaN, double.NaN, double.NaN)], dropped: 2);
        var shadow = Node.ShowLife().Shadow!;
        Assert.Equal((2L, 1L, 2L, 0L), (shadow.Compared, shadow.OtherSite, shadow.Dropped, shadow.Failed));
        Assert.Equal((0.5, -40, 3), (shadow.ScoreRegret, shadow.EnergyJ, shadow.CompletionS));
        var told = Node.Why("job-0", out _)!.Shadow!;
        Assert.Equal((2, "small", false, -40.0), (told.Version, told.Site, told.Agrees, told.EnergyJ));
        Assert.Equal(Node.ShowLife().Shadow, _test.Restored().ShowLife().Shadow);
        Assert.Equal(told, _test.Restored().Why("job-0", out _)!.Shadow);
        // What the one before it said says nothing of another one.
        Node.Shadow(null, "ann");
        Node.Shadow(2, "ann");
        Assert.Equal(0, Node.ShowLife().Shadow!.Compared);
    }

    [Fact]
    public void A_shadow_that_fails_three_times_in_a_row_is_taken_out_and_says_why()
    {
        PublishModel("a");
        Node.Shadow(2, "ann");
        _test.Submit("job-0");
        var failed = ShadowVerdict.Failed(new JobId(1), _test.Node.NowS, Placement.Hold, "it threw");
        Node.NoteShadow(2, [failed, failed, Verdict("job-0", 0, 0, 0, 0), failed, failed], 0);
        Assert.Equal(2, Node.ShowLife().Shadow!.FailedInARow);
        Node.NoteShadow(2, [failed], 0);
        Assert.Null(Node.Life.Shadow);
        Assert.Equal("2: modelled was taken out after 3 failures in a row, the last: it threw", Node.Life.Ended);
        Assert.Contains(Node.Events(0, 1_000), e => e.Kind == "policy-taken-out");
        Assert.Equal(Node.Life, _test.Restored().Life);
        // It watches no more: what is still on its way counts for nothing.
        Node.NoteShadow(2, [failed], 0);
    }

    [Fact]
    public void Regrets_whose_sum_is_no_number_are_not_counted_and_the_node_comes_back()
    {
        PublishModel("a");
        Node.Shadow(2, "ann");
        _test.Submit("job-0");
        Node.NoteShadow(2, [Verdict("job-0", 1, double.MaxValue, 1, double.MaxValue), Verdict("job-0", 1, double.MaxValue, 1, double.MaxValue)], 0);
        var shadow = Node.ShowLife().Shadow!;
        Assert.Equal((2L, double.MaxValue, 1.0, double.MaxValue), (shadow.Compared, shadow.ScoreRegret, shadow.EnergyJ, shadow.CompletionS));
        Assert.Equal(shadow, _test.Restored().ShowLife().Shadow);
    }

    [Theory]
    [InlineData(2, "large 1 False, large 2 True, small 0 False, slow 0 False")]
    // One that it did not name: the first of the site stands for it.
    [InlineData(3, "large 3 True, large 2 False, small 0 False, slow 0 False")]
    public void One_option_was_chosen_also_where_a_policy_has_several_at_a_site(int gpus, string expected)
    {
        var test = new TestNode(policy: _ => new SeveralOptions(gpus));
        foreach (var site in new[] { "large", "small", "slow" })
            test.Register(site);
        test.Submit("job-0");
        var why = test.Node.Why("job-0", out _)!;
        Assert.Equal(expected, string.Join(", ", why.Options.Select(o => $"{o.Site} {(o.Note.Length > 0 ? o.Note[0] : '0')} {o.IsChosen}")));
        Assert.Empty(why.Omitted!);
    }

    [Fact]
    public void Decisions_are_watched_with_the_options_as_they_were_scored()
    {
        var watcher = new Watcher();
        _test.Watcher = watcher;
        _test.Submit("job-0");
        var (job, placement, options) = Assert.Single(watcher.Seen);
        Assert.Equal((1L, 0), (job.Id.Value, placement.Site));
        Assert.Equal([0, 1, 2], options.Select(o => o.Site));
        Assert.All(options, o => Assert.True(double.IsFinite(o.Score)));
    }

    private static PolicyModel Big { get; } = new("big.model", new byte[5_000]);

    private int PublishModel(string note) =>
        Node.Publish(new PolicyChoice("modelled", new Dictionary<string, string>(), new ModelMark(Big.Name, Big.Digest, Big.Bytes.Length)), note, "ann", Big.Bytes);

    private ShadowVerdict Verdict(string job, int site, double regret, double energyJ, double completionS)
    {
        var done = new Placement(0, new Allocation(4, 0));
        return new ShadowVerdict(new JobId(job == "job-0" ? 1 : 2), Node.NowS, done, done with { Site = site }, null, regret, energyJ, completionS);
    }

    private sealed class Watcher : IDecisionWatcher
    {
        public List<(Job Job, Placement Placement, RankedOption[] Options)> Seen { get; } = [];

        public void Decided(in Job job, SiteSet? preferred, FleetView view, in Placement placement, ReadOnlySpan<RankedOption> options) =>
            Seen.Add((job, placement, options.ToArray()));
    }
}
