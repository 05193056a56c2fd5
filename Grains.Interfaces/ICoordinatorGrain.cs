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

    /// <summary>What the region decides with.</summary>
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
