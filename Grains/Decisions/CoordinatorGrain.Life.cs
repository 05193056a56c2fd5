using System.Collections.Immutable;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Grains.Decisions;

/// <content>The life of the policy, by the state machine that every host has.</content>
public sealed partial class CoordinatorGrain
{
    private const string Itself = "region";

    // In memory: they say how versions do now, and nothing rests on them.
    private readonly Dictionary<int, VersionCountRecord> _counts = [];

    private PolicyLife Present => State.Life!.ToFleet();

    /// <inheritdoc/>
    public Task<PolicyLifeRecord> Life()
    {
        _ = Setup;
        return Task.FromResult(State.Life!);
    }

    /// <inheritdoc/>
    public Task<PolicyLifeRecord> Canary(int? version, double share, string? actor = null)
    {
        if (version is { } number)
            RequireVersion(number);
        var detail = version is { } begun ? $"{Named(begun)}, {share * 100:0.###} % of jobs" : "none";
        return Change(l => l.WithCanary(version, share), actor, "policy.canary", detail, version ?? Present.Canary ?? 0);
    }

    /// <inheritdoc/>
    public Task<PolicyLifeRecord> Promote(string? actor = null) => Change(l => l.Promote(), actor, "policy.promote", null);

    /// <inheritdoc/>
    public Task<PolicyLifeRecord> RollBack(string? actor = null) => Change(RolledBack, actor, "policy.rollback", null);

    /// <inheritdoc/>
    public Task<ModelRecord?> Model(string digest) => Task.FromResult(models.State.Find(digest));

    /// <inheritdoc/>
    public async Task Count(ImmutableArray<VersionCountRecord> counts)
    {
        foreach (var count in counts)
        {
            var known = _counts.GetValueOrDefault(count.Version);
            _counts[count.Version] = count with { Decisions = count.Decisions + (known?.Decisions ?? 0), Replaced = count.Replaced + (known?.Replaced ?? 0) };
            if (count.Version != Present.Canary || count.FailedInARow < PolicyLife.MostFailuresInARow)
                continue;
            await TakeOut(count.Version, count.FailedInARow, count.LastFailure);
        }
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<VersionCountRecord>> Counts() => Task.FromResult<ImmutableArray<VersionCountRecord>>([.. _counts.Values]);

    // Versions of long ago are not kept.
    private PolicyLife RolledBack(PolicyLife life)
    {
        var next = life.RollBack();
        return State.Versions.Any(v => v.Version == next.Active)
            ? next
            : throw new ControlException(ControlProblem.Conflict, $"version {next.Active}, which decided before, is not kept any more");
    }

    // Its subject is the version that decides then, unless another one is named.
    private async Task<PolicyLifeRecord> Change(Func<PolicyLife, PolicyLife> change, string? actor, string action, string? detail, int? subject = null)
    {
        _ = Setup;
        PolicyLife next;
        try
        {
            next = change(Present);
        }
        catch (ControlException refusal)
        {
            throw Refusals.Of(refusal);
        }

        if (next.Publication == Present.Publication)
            return State.Life!;
        ImmutableArray<PolicyVersionRecord> versions = [.. State.Versions.Select(v => v with { IsActive = v.Version == next.Active })];
        var isOther = next.Shadow != Present.Shadow;
        await Write(Noted(Begun(next) with { Versions = versions, Life = next.ToWire() }, actor, action, Text(subject ?? next.Active), detail ?? Named(next.Active)));
        if (isOther)
            ForgetSaid();
        return State.Life!;
    }

    private Task<PolicyLifeRecord> TakeOut(int version, int failures, string last)
    {
        var reason = $"{Named(version)} was taken out after {failures} failures in a row, the last: {last}";
        return Change(l => l.TakeOut(version, reason), Itself, "policy.take-out", reason, version);
    }

    private void RequireVersion(int version)
    {
        if (!State.Versions.Any(v => v.Version == version))
        {
            throw Refusals.Of(new ControlException(
                ControlProblem.NotFound, $"there is no version {version} of the policy; there are {State.Versions[0].Version} to {State.Versions[^1].Version}", field: "version"));
        }
    }

    private string Named(int version) => $"{version}: {State.Versions.First(v => v.Version == version).Policy.Name}";
}
