using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Client.Regions;

/// <summary>
/// What the console does with a live region. Every verb may be given again; calls whose outcome is unknown are repeated until it is known. All throw
/// <see cref="RegionUnreachableException"/> when they gave up, and <see cref="InputException"/> when the region refuses.
/// </summary>
internal interface IRegionVerbs : IDisposable
{
    /// <summary>Configures the region and wakes its sites and ingresses.</summary>
    /// <param name="request">With what.</param>
    Document Open(OpenRequest request);

    /// <summary>Submits a scenario's jobs and says what became of them.</summary>
    /// <param name="request">Which jobs, and how fast.</param>
    /// <param name="tell">Told now and then how far it is.</param>
    PlayResult Play(PlayRequest request, Action<string> tell);

    /// <summary>The region as it is now.</summary>
    Document Status();

    /// <summary>Changes a site.</summary>
    /// <param name="change">What.</param>
    /// <param name="site">Its name.</param>
    Document Change(SiteChange change, string site);

    /// <summary>The versions of the region's policy.</summary>
    Document Versions();

    /// <summary>Stores a version of the policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="note">What to remember about it.</param>
    Document Publish(PolicySpec policy, string note);

    /// <summary>Lets the region decide with a version.</summary>
    /// <param name="version">Its number.</param>
    Document Activate(int version);

    /// <summary>Where jobs are.</summary>
    /// <param name="ids">Their numbers.</param>
    /// <param name="areKnown">Whether all of them are known to the region.</param>
    Document Find(IReadOnlyList<long> ids, out bool areKnown);
}
