using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Journal;
using ControlPlane.Policies.Generation.Live;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>Service providers in a node.</summary>
public sealed class NodeGenerationTests
{
    private static readonly GenerationSubmission Jobs = new() { Id = "a", Origin = "asp-0", Deadline = "relaxed", Count = 50 };
    private readonly LiveGeneration _rule = new(LiveGeneration.Default);
    private readonly TestNode _test = new(With(TestFleets.Providers()));

    [Fact]
    public void Slots_close_with_the_clock_of_the_node_and_all_of_it_is_restored()
    {
        _test.Tick();
        Assert.Equal(3, _test.Node.UndecidedProviders().Count);
        foreach (var question in _test.Node.UndecidedProviders())
            Assert.True(_test.Node.DecideProvider(question.Site, question.Slot, new SlotDecision(default, SlotSource.Policy, "test", new SiteConditions(new Tariff(0.2, 0.1, 0.4)))));
        Assert.True(_test.Node.Generate(Jobs, _rule).IsNew);
        _test.Advance(299);
        _test.Tick();
        Assert.Equal(GenerationState.Open, _test.Restored().FindGeneration("a")!.State);
        _test.Advance(1);
        _test.Tick();
        Assert.Equal(50, _test.Restored().FindGeneration("a")!.Outcome!.OnTime);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 5, 0, TimeSpan.Zero), _test.Node.FindGeneration("a")!.KnownAt);
        Assert.False(_test.Node.Generate(Jobs, _rule).IsNew);
    }

    [Fact]
    public void Draining_is_noted_once_with_its_version()
    {
        Assert.True(_test.Node.DrainProvider("asp-1", isDraining: true, 0, "ann")!.IsDraining);
        Assert.Equal(1, _test.Node.DrainProvider("asp-1", isDraining: true, null, "ann")!.Version);
        Assert.Equal(ControlProblem.Conflict, Assert.Throws<ControlException>(() => _test.Node.DrainProvider("asp-1", isDraining: false, 0, "bob")).Problem);
        Assert.Equal(("ann", "provider.drain", "asp-1"), (_test.Node.Audit(9)[0].Actor, _test.Node.Audit(9)[0].Action, _test.Node.Audit(9)[0].Subject));
        Assert.Single(_test.Node.Audit(9));
        Assert.Equal("provider-drained", Assert.Single(_test.Node.Events(0, 9)).Kind);
        Assert.True(_test.Restored().Providers()[1].IsDraining);
    }

    [Fact]
    public void A_node_keeps_the_providers_that_it_was_founded_with()
    {
        var log = new OperationBuffer();
        new ControlNode(With(TestFleets.Providers()), new NodeSettings(), log, 1).Found(DateTimeOffset.UnixEpoch);
        foreach (var (other, what) in new[] { (TestFleets.Providers(QueueKind.Fifo), "Fifo"), (TestFleets.Providers(slotS: 60), "slots of 60 s"), ((GenerationFleet?)null, "there is also provider 0 there") })
        {
            var refused = Assert.Throws<InvalidDataException>(() => OperationBuffer.ReplayAll(log.Bytes.Span, new ControlNode(With(other), new NodeSettings(), new OperationBuffer(), 1)));
            Assert.Contains(what, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_fleet_without_providers_has_none_of_it()
    {
        var plain = new TestNode(With(null));
        plain.Advance(1_000);
        plain.Tick();
        Assert.Empty(plain.Node.Providers());
        Assert.Empty(plain.Node.UndecidedProviders());
        Assert.Null(plain.Node.FindGeneration("a"));
        Assert.Null(plain.Node.Quotes("asp-0", new QuoteQuestion(null, "quick", null)));
        Assert.Null(plain.Node.DrainProvider("asp-0", isDraining: true, null, "ann"));
        Assert.Equal("origin", Assert.Throws<ControlException>(() => plain.Node.Generate(Jobs, _rule)).Field);
    }

    private static FleetModel With(GenerationFleet? providers)
    {
        var fleet = TestFleets.Model(TestFleets.Site("plain", 4));
        return new FleetModel(fleet.Sites, fleet.Ingresses, fleet.Links) { Generation = providers };
    }
}
