using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces;

/// <summary>
/// Owner of a region's fleet and of the versions of its policy. The key is the region's name. State is written before the reply. A call whose outcome is
/// unknown may be repeated: the second one finds its work done. It is not on the path of a decision.
/// </summary>
[Alias("controlplane.ICoordinatorGrain")]
public interface ICoordinatorGrain : IGrainWithStringKey
{
    /// <summary>Configures the region. Doing so again with an equal setup changes nothing.</summary>
    /// <param name="setup">What it is configured with.</param>
    /// <returns>The present publication.</returns>
    /// <exception cref="ArgumentException">The fleet or the policy is wrong, or workers cannot serve the policy; the message says why.</exception>
    /// <exception cref="InvalidOperationException">The region is configured with something else; the message says what differs.</exception>
    [Alias("Configure")]
    Task<long> Configure(RegionSetup setup);

    /// <summary>Stores a version of the policy; nobody decides with it before it is activated. Publishing the newest version again stores nothing.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="note">What to remember about it.</param>
    /// <param name="actor">Who publishes; null where nobody says.</param>
    /// <returns>Its version, greater than all before.</returns>
    /// <exception cref="ArgumentException">The policy or a setting is unknown, or workers cannot serve the policy; the message says what is possible.</exception>
    [Alias("Publish")]
    Task<int> Publish(PolicyRecord policy, string note, string? actor = null);

    /// <summary>Lets the region decide with a version; with an older one this is the way back. Activating the active version changes nothing.</summary>
    /// <param name="version">The version.</param>
    /// <param name="actor">Who activates; null where nobody says.</param>
    /// <returns>The publication, greater than all before unless nothing changed: workers only ever move forward.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    [Alias("Activate")]
    Task<long> Activate(int version, string? actor = null);

    /// <summary>Which versions decide.</summary>
    [Alias("Life")]
    Task<PolicyLifeRecord> Life();

    /// <summary>Lets a version decide about a share of the jobs, in place of the one that did.</summary>
    /// <param name="version">The version; null for none.</param>
    /// <param name="share">The share, (0, 1].</param>
    /// <param name="actor">Who asks; null where nobody says.</param>
    /// <returns>The life then.</returns>
    /// <exception cref="RefusedException">There is no such version, it decides already, or the share is out of range.</exception>
    [Alias("Canary")]
    Task<PolicyLifeRecord> Canary(int? version, double share, string? actor = null);

    /// <summary>Lets a version decide beside the active one without effect, in place of the one that did.</summary>
    /// <param name="version">The version; null for none.</param>
    /// <param name="actor">Who asks; null where nobody says.</param>
    /// <returns>The life then.</returns>
    /// <exception cref="RefusedException">There is no such version, or it decides already.</exception>
    [Alias("Shadow")]
    Task<PolicyLifeRecord> Shadow(int? version, string? actor = null);

    /// <summary>Lets the canary, or without one the shadow, decide about all jobs.</summary>
    /// <param name="actor">Who asks; null where nobody says.</param>
    /// <returns>The life then.</returns>
    /// <exception cref="RefusedException">There is neither.</exception>
    [Alias("Promote")]
    Task<PolicyLifeRecord> Promote(string? actor = null);

    /// <summary>Lets the version decide that did before the active one.</summary>
    /// <param name="actor">Who asks; null where nobody says.</param>
    /// <returns>The life then.</returns>
    /// <exception cref="RefusedException">There was none, or it is not kept.</exception>
    [Alias("RollBack")]
    Task<PolicyLifeRecord> RollBack(string? actor = null);

    /// <summary>A model with its bytes, which publications leave out.</summary>
    /// <param name="digest">SHA-256 of its bytes.</param>
    /// <returns>Null when no version decides with it.</returns>
    [Alias("Model")]
    Task<ModelRecord?> Model(string digest);

    /// <summary>A worker tells what its versions decided since it did so last. A canary that failed several times in a row is taken out.</summary>
    /// <param name="counts">What they decided.</param>
    [Alias("Count")]
    Task Count(ImmutableArray<VersionCountRecord> counts);

    /// <summary>What versions decided since this activation of the coordinator began.</summary>
    [Alias("Counts")]
    Task<ImmutableArray<VersionCountRecord>> Counts();

    /// <summary>A worker tells what its shadow said since it did so last. One that failed several times in a row is taken out. Repeated, or of a shadow that watches no more, it changes nothing.</summary>
    /// <param name="report">What it said.</param>
    [Alias("CountShadow")]
    Task CountShadow(ShadowReportRecord report);

    /// <summary>How the shadow compares.</summary>
    /// <returns>Null when there is none.</returns>
    [Alias("ShadowStand")]
    Task<ShadowStandRecord?> ShadowStand();

    /// <summary>What the region decides with; models without their bytes.</summary>
    /// <param name="knownPublication">The publication that the caller has; 0 if none.</param>
    /// <param name="withFleet">Whether the caller needs the fleet too.</param>
    /// <returns>Null when the caller has it.</returns>
    [Alias("Current")]
    Task<PublicationRecord?> Current(long knownPublication, bool withFleet);

    /// <summary>The versions that are kept, oldest first.</summary>
    [Alias("Versions")]
    Task<ImmutableArray<PolicyVersionRecord>> Versions();

    /// <summary>Adds to the audit log what an operator did elsewhere in the region.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">More, for people.</param>
    [Alias("Note")]
    Task Note(string actor, string action, string subject, string detail);

    /// <summary>The audit log, the newest first.</summary>
    /// <param name="most">The most entries.</param>
    [Alias("Audit")]
    Task<ImmutableArray<AuditRecord>> Audit(int most);
}
