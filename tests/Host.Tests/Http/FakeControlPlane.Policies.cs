using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Host.Tests.Http;

/// <content>The life of the policy, as the state machine of all hosts has it.</content>
internal sealed partial class FakeControlPlane
{
    private PolicyLife _life = new();

    public Task<PolicyLifeView> PolicyLife(CancellationToken cancellation = default) => Live(l => l);

    public Task<PolicyLifeView> ShadowPolicy(int? version, string actor, CancellationToken cancellation = default) => Live(l => l.WithShadow(Known(version)));

    public Task<PolicyLifeView> CanaryPolicy(int? version, double share, string actor, CancellationToken cancellation = default) => Live(l => l.WithCanary(Known(version), share));

    public Task<PolicyLifeView> PromotePolicy(string actor, CancellationToken cancellation = default) => Live(l => l.Promote());

    public Task<PolicyLifeView> RollBackPolicy(string actor, CancellationToken cancellation = default) => Live(l => l.RollBack());

    private Task<PolicyLifeView> Live(Func<PolicyLife, PolicyLife> change) => Done(() =>
    {
        _life = change(_life);
        return new PolicyLifeView(
            _life.Publication,
            _life.Active,
            _life.Before,
            _life.Shadow is { } shadow ? ShadowView.Of(shadow, Now, new ShadowTally()) : null,
            _life.Canary is { } canary ? new CanaryView(canary, _life.Share, 0, 0, 0) : null,
            null);
    });

    private int? Known(int? version) => version is { } number && number > _policies.Count
        ? throw new ControlException(ControlProblem.NotFound, $"there is no version {number} of the policy; there are 1 to {_policies.Count}", field: "version")
        : version;
}
