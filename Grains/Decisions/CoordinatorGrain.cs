using System.Collections.Immutable;
using System.Globalization;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;
using Microsoft.Extensions.Options;

namespace ControlPlane.Grains.Decisions;

/// <summary>
/// Owns a region's fleet and the versions of its policy. Its state is small and written whole before every reply. After a write whose outcome is unknown the
/// activation goes away: the next one reads what is true.
/// </summary>
/// <param name="stored">The state.</param>
/// <param name="models">The models of its versions.</param>
/// <param name="said">What its shadow said.</param>
/// <param name="options">The policies that there are.</param>
/// <param name="time">Dates the versions.</param>
public sealed partial class CoordinatorGrain(
    [PersistentState("coordinator", "controlplane")] IPersistentState<CoordinatorState> stored,
    [PersistentState("coordinator-models", "controlplane")] IPersistentState<CoordinatorModels> models,
    [PersistentState("coordinator-shadow", "controlplane")] IPersistentState<CoordinatorShadow> said,
    IOptions<PolicyGrainOptions> options,
    TimeProvider time) : Grain, ICoordinatorGrain
{
    // Whoever publishes every minute keeps four hours of the way back; numbers go on.
    private const int MostVersions = 256;

    // Written whole with every entry: enough for the days around an incident.
    private const int MostAudits = 500;
    private const string Founder = "founded";

    private CoordinatorState State => stored.State;

    private string Region => this.GetPrimaryKeyString();

    private RegionSetup Setup => State.Setup ?? throw new InvalidOperationException($"The region '{Region}' is not configured.");

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (State.Layout != CoordinatorState.PresentLayout)
        {
            throw new NotSupportedException(
                $"The state of region '{Region}' has layout {State.Layout}, written by another version; this one reads and writes {CoordinatorState.PresentLayout}.");
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<long> Configure(RegionSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        if (State.Setup is { } present)
        {
            return RegionRules.Difference(present, setup) is not { } difference
                ? Present.Publication
                : throw new InvalidOperationException(
                    $"The region '{Region}' is configured already, with another {difference}. A policy is changed by publishing a version and activating it.");
        }

        RegionRules.Require(setup, options.Value.Catalog);
        var policy = await Keep(setup.Policy);
        var first = new PolicyVersionRecord(1, policy, "configured", time.GetUtcNow(), IsActive: true, Founder);
        var opened = new CoordinatorState
        {
            Setup = setup with { Policy = policy }, Versions = [first], Life = new PolicyLife().Activate(1).ToWire(), StartedUtc = first.PublishedUtc,
        };
        await Write(Noted(Noted(opened, Founder, "policy.publish", "1", setup.Policy.Name), Founder, "policy.activate", "1", setup.Policy.Name));
        return 1;
    }

    /// <inheritdoc/>
    public async Task<int> Publish(PolicyRecord policy, string note, string? actor = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _ = Setup;
        PolicyCatalog.CheckLive(policy.ToSpec(), options.Value.Catalog);
        var newest = State.Versions[^1];
        if (RegionRules.AreEqual(newest.Policy, policy) && newest.Note == note)
            return newest.Version;
        var next = new PolicyVersionRecord(newest.Version + 1, await Keep(policy), note, time.GetUtcNow(), IsActive: false, actor ?? "");
        await Write(Noted(State with { Versions = Shorten(State.Versions).Add(next) }, actor, "policy.publish", Text(next.Version), policy.Name));
        return next.Version;
    }

    /// <inheritdoc/>
    public async Task<long> Activate(int version, string? actor = null)
    {
        _ = Setup;
        if (!State.Versions.Any(v => v.Version == version))
        {
            throw new ArgumentOutOfRangeException(
                nameof(version), version, $"The region '{Region}' keeps no such version of its policy; it keeps {State.Versions[0].Version} to {State.Versions[^1].Version}.");
        }

        return (await Change(l => l.Activate(version), actor, "policy.activate", null)).Publication;
    }

    /// <inheritdoc/>
    public Task<PublicationRecord?> Current(long knownPublication, bool withFleet)
    {
        var setup = Setup;
        var fleet = withFleet ? setup.Fleet : null;
        var terms = withFleet ? new RegionTermsRecord(State.StartedUtc, setup.Speed, setup.LeaseS, setup.LeaseMarginS, setup.AgentLeaseS) : null;
        var life = Present;
        if (knownPublication >= life.Publication)
            return Task.FromResult<PublicationRecord?>(null);
        var canary = life.Canary is { } version ? new CanaryRecord(version, Version(version).Policy, life.Share) : null;
        var shadow = life.Shadow is { } watching ? new ShadowRecord(watching, Version(watching).Policy, State.ShadowBegan) : null;
        return Task.FromResult<PublicationRecord?>(new PublicationRecord(
            life.Publication, life.Active, Version(life.Active).Policy, setup.Seed, setup.MeanSizeUnits, setup.LoadUnitsPerS, fleet, terms, canary, shadow));
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<PolicyVersionRecord>> Versions() => Task.FromResult(State.Versions);

    /// <inheritdoc/>
    public Task Note(string actor, string action, string subject, string detail)
    {
        _ = Setup;
        return Write(Noted(State, actor, action, subject, detail));
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<AuditRecord>> Audit(int most) => Task.FromResult<ImmutableArray<AuditRecord>>([.. State.Audits.Reverse().Take(most)]);

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);

    private CoordinatorState Noted(CoordinatorState state, string? actor, string action, string subject, string detail)
    {
        var last = state.Audits.Length > 0 ? state.Audits[^1].Number : 0;
        var entry = new AuditRecord(last + 1, time.GetUtcNow(), actor ?? "region", action, subject, detail);
        return state with { Audits = (state.Audits.Length < MostAudits ? state.Audits : state.Audits.RemoveAt(0)).Add(entry) };
    }

    private PolicyVersionRecord Version(int number) => State.Versions.First(v => v.Version == number);

    // The model is written first: a version without its model could not decide.
    private async Task<PolicyRecord> Keep(PolicyRecord policy)
    {
        if (policy.Model is not { } model)
            return policy;
        if (models.State.Find(model.Digest) is null)
        {
            _ = model.ToModel() ?? throw new ArgumentException($"The model '{model.Name}' came without its bytes.", nameof(policy));
            await Write(models, models.State.With(model, State.Versions));
        }

        return policy with { Model = model with { Bytes = [] } };
    }

    // The oldest go first, but never one that decides or watches.
    private ImmutableArray<PolicyVersionRecord> Shorten(ImmutableArray<PolicyVersionRecord> versions) =>
        versions.Length < MostVersions ? versions : versions.Remove(versions.First(v => !v.IsActive && v.Version != Present.Canary && v.Version != Present.Shadow));

    private Task Write(CoordinatorState next) => Write(stored, next);

    private async Task Write<T>(IPersistentState<T> place, T next)
    {
        var before = place.State;
        place.State = next;
        try
        {
            await place.WriteStateAsync();
        }
        catch
        {
            place.State = before;
            DeactivateOnIdle();
            throw;
        }
    }
}
