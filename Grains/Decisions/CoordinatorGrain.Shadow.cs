using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Decisions;

/// <content>The version that watches, and what it said. What it said is written now and then: nothing rests on it.</content>
public sealed partial class CoordinatorGrain
{
    // Workers come and go with silos.
    private const int MostHeard = 1_024;
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, long> _heard = [];
    private ShadowTally? _said;
    private long _keptAt;
    private bool _isUnkept;

    /// <inheritdoc/>
    public Task<PolicyLifeRecord> Shadow(int? version, string? actor = null)
    {
        if (version is { } number)
            RequireVersion(number);
        return Change(l => l.WithShadow(version), actor, "policy.shadow", version is { } begun ? Named(begun) : "none", version ?? Present.Shadow ?? 0);
    }

    /// <inheritdoc/>
    public async Task CountShadow(ShadowReportRecord report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (Present.Shadow is not { } version || report.Began != State.ShadowBegan || _heard.GetValueOrDefault(report.Worker) >= report.Number)
            return;
        if (_heard.Count >= MostHeard)
            _heard.Clear();
        _heard[report.Worker] = report.Number;
        (_said, _isUnkept) = (Said.Add(report.Tally.ToFleet()), true);
        if (_said.FailedInARow >= PolicyLife.MostFailuresInARow)
            await TakeOut(version, _said.FailedInARow, _said.LastFailure);
        else if (_keptAt == 0 || time.GetElapsedTime(_keptAt) >= KeepEvery)
            await KeepSaid();
    }

    /// <inheritdoc/>
    public Task<ShadowStandRecord?> ShadowStand() =>
        Task.FromResult(Present.Shadow is { } version ? new ShadowStandRecord(version, State.ShadowSinceUtc, Said.ToWire()) : null);

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_isUnkept)
            await KeepSaid();
        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    private ShadowTally Said => _said ??= said.State is { Tally: { } kept } && said.State.Began == State.ShadowBegan ? kept.ToFleet() : new ShadowTally();

    private Task KeepSaid()
    {
        (_isUnkept, _keptAt) = (false, time.GetTimestamp());
        return Write(said, new CoordinatorShadow { Began = State.ShadowBegan, Tally = Said.ToWire() });
    }

    // Another shadow begins with nothing said.
    private CoordinatorState Begun(PolicyLife next)
    {
        if (next.Shadow == Present.Shadow)
            return State;
        return State with { ShadowBegan = next.Publication, ShadowSinceUtc = time.GetUtcNow() };
    }

    private void ForgetSaid()
    {
        _heard.Clear();
        (_said, _isUnkept, _keptAt) = (null, false, 0);
    }
}
