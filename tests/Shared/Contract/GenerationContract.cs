using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Fleet.Energy;
using ControlPlane.Policies.Dispatch.Live;

namespace ControlPlane.Contract.Tests;

/// <summary>What every host that keeps service providers answers about them and about generation jobs. Slots last a second here.</summary>
public abstract class GenerationContract
{
    private static readonly SiteConditions Sunny = new(new Tariff(0.2, 0.1, 0.4), IrradianceWPerM2: 800);
    private static readonly FleetModel Plain = Core.Tests.TestFleets.Model(Core.Tests.TestFleets.Site("east", 2));

    /// <summary>A site and three providers.</summary>
    protected static FleetModel Fleet { get; } = new(Plain.Sites, Plain.Ingresses, Plain.Links) { Generation = Core.Tests.TestFleets.Providers(slotS: 1) };

    /// <summary>Opens a host of its own for a test.</summary>
    /// <param name="dispatch">How batteries are told what to do.</param>
    protected abstract Task<IControlPlane> Open(DispatchSettings dispatch);

    [Fact]
    public async Task Jobs_are_decided_at_once_and_told_about_when_their_slot_closes_and_accounts_close()
    {
        var plane = await Open(new DispatchSettings { Policy = "self-consumption", Signals = new FixedSignals(Sunny) });
        var jobs = new GenerationSubmission { Id = "a", Origin = "asp-0", Deadline = "relaxed", Count = 3 };
        var made = await plane.Generate(jobs);
        Assert.Equal((true, GenerationState.Open, 18), (made.IsNew, made.Job.State, made.Job.Steps));
        Assert.False((await plane.Generate(jobs)).IsNew);
        Assert.Equal(ControlProblem.Conflict, (await Assert.ThrowsAsync<ControlException>(() => plane.Generate(jobs with { Count = 4 }))).Problem);
        var known = await Patience.Until(async () => (await plane.FindGeneration("a"))!, j => j.State == GenerationState.Closed);
        Assert.Equal(3, known.Outcome!.OnTime + known.Outcome.Late + known.Outcome.Abandoned, 9);
        Assert.Equal(known.Provider, (await plane.WhyGeneration("a"))!.Options.Single(o => o.IsChosen).Provider);
        var providers = await Patience.Until(() => plane.Providers(), all => all.All(p => p.Slots - p.UnknownSlots >= 2));
        Assert.Equal(3, providers.Sum(p => p.Jobs.Offered));
        Assert.All(providers, p => Assert.Equal(p.Jobs.Offered, p.Jobs.Open + p.Jobs.OnTime + p.Jobs.Late + p.Jobs.Abandoned + p.Jobs.Declined, 9));
        Assert.Null(await plane.FindGeneration("none"));
        Assert.Null(await plane.WhyGeneration("none"));
    }

    [Fact]
    public async Task Providers_quote_drain_and_resume()
    {
        var plane = await Open(new DispatchSettings { Signals = new FixedSignals(Sunny) });
        var question = new QuoteQuestion(null, "quick", "Animals", Count: 2);
        var quotes = await Patience.Until(async () => (await plane.Quotes("asp-1", question))!, q => q[0].PriceUsd is > 0);
        Assert.Equal(quotes.Select(q => q.CompletionS).Order(), quotes.Select(q => q.CompletionS));
        var drained = (await plane.DrainProvider("asp-1", isDraining: true, 0, "ann"))!;
        Assert.Equal((true, 1), (drained.IsDraining, drained.Version));
        Assert.Equal(ControlProblem.Conflict, (await Assert.ThrowsAsync<ControlException>(() => plane.DrainProvider("asp-1", isDraining: false, 0, "bob"))).Problem);
        Assert.False((await plane.DrainProvider("asp-1", isDraining: false, null, "bob"))!.IsDraining);
        Assert.Null(await plane.DrainProvider("moon", isDraining: true, null, "bob"));
        Assert.Null(await plane.Quotes("moon", question));
        Assert.Equal([("bob", "provider.resume", "asp-1"), ("ann", "provider.drain", "asp-1")], (await plane.Audit(2)).Select(a => (a.Actor, a.Action, a.Subject)));
    }

    [Fact]
    public async Task Without_prices_providers_work_and_no_account_is_made_up()
    {
        var plane = await Open(new DispatchSettings { Signals = new FixedSignals(null) });
        var providers = await Patience.Until(() => plane.Providers(), all => all.All(p => p.Slots >= 2));
        Assert.All(providers, p => Assert.Equal((p.Slots, 0.0), (p.UnknownSlots, p.Total.EnergyUsd)));
        Assert.All((await plane.Quotes("asp-0", new QuoteQuestion(null, "quick", null)))!, q => Assert.Null(q.PriceUsd));
    }
}
