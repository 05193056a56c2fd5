using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Fleet.Control;

/// <content>The life of a policy: shadow, canary, promotion, the way back.</content>
public partial interface IControlPlane
{
    /// <summary>Which versions of the policy decide, and which only watch.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<PolicyLifeView> PolicyLife(CancellationToken cancellation = default);

    /// <summary>Lets a version decide beside the active one without effect, in place of the one that did.</summary>
    /// <param name="version">The version; null for none.</param>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ControlException">There is no such version, it decides already, or hosts of this kind do not offer it.</exception>
    Task<PolicyLifeView> ShadowPolicy(int? version, string actor, CancellationToken cancellation = default);

    /// <summary>Lets a version decide about a share of the jobs, in place of the one that did. A hash of a job's id says whether it is one of them.</summary>
    /// <param name="version">The version; null for none.</param>
    /// <param name="share">The share, (0, 1].</param>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ControlException">There is no such version, it decides already, or the share is out of range.</exception>
    Task<PolicyLifeView> CanaryPolicy(int? version, double share, string actor, CancellationToken cancellation = default);

    /// <summary>Lets the canary decide about all jobs, or without a canary the shadow.</summary>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ControlException">There is neither.</exception>
    Task<PolicyLifeView> PromotePolicy(string actor, CancellationToken cancellation = default);

    /// <summary>How the host's trainer gets on. A host that has none says so.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<TrainerView> Trainer(CancellationToken cancellation = default) => Task.FromResult(new TrainerView(IsOn: false));

    /// <summary>Lets the version decide that did before the active one. Can be repeated as long as there was one.</summary>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ControlException">There was none.</exception>
    Task<PolicyLifeView> RollBackPolicy(string actor, CancellationToken cancellation = default);
}
