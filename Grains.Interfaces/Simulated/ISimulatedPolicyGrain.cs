using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Simulated;

/// <summary>A placement policy with its view of the fleet. The key is that of its run.</summary>
[Alias("controlplane.ISimulatedPolicyGrain")]
public interface ISimulatedPolicyGrain : IGrainWithStringKey
{
    /// <summary>Makes the policy. Doing so again changes nothing.</summary>
    /// <param name="setup">What it is made with.</param>
    [Alias("Open")]
    Task<PolicyFacts> Open(PolicySetup setup);

    /// <summary>Decides where a job goes.</summary>
    /// <param name="job">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("Place")]
    Task<PlacementReply> Place(JobRecord job, double nowS);

    /// <summary>Decides where a job goes that its ingress sends at once, and counts it as on its way there.</summary>
    /// <param name="job">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("PlaceToSend")]
    Task<PlacementReply> PlaceToSend(JobRecord job, double nowS);

    /// <summary>Decides what a job gets that may start.</summary>
    /// <param name="item">The job.</param>
    /// <param name="site">The site's own, fresh status.</param>
    [Alias("Allocate")]
    Task<AllocationRecord> Allocate(WorkRecord item, SiteStatusRecord site);

    /// <summary>A site's report arrives.</summary>
    /// <param name="status">The report.</param>
    [Alias("Report")]
    Task Report(SiteStatusRecord status);

    /// <summary>Energy has another price at a site from now on.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="usdPerKwh">Money for a kWh of the computers, USD.</param>
    /// <param name="carbonKgPerKwh">Its emissions, kg CO₂.</param>
    [Alias("SetRate")]
    Task SetRate(int site, double usdPerKwh, double carbonKgPerKwh);

    /// <summary>A job that was sent has reached its site, or was withdrawn on its way.</summary>
    /// <param name="site">Site index.</param>
    [Alias("Arrived")]
    Task Arrived(int site);

    /// <summary>A job is done.</summary>
    /// <param name="run">Its last run.</param>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Present time in seconds.</param>
    [Alias("Completed")]
    Task Completed(RunRecord run, int site, double nowS);

    /// <summary>
    /// Moves the policy's copy of the shared random stream forward to the caller's. Only for policies opened with <see cref="PolicySetup.SharesStream"/>.
    /// </summary>
    /// <param name="position">Words of 32 bits that the caller has drawn; fewer than this copy has drawn change nothing.</param>
    /// <returns>Words drawn here, for the caller to move its own copy.</returns>
    [Alias("AlignStream")]
    Task<long> AlignStream(long position);

    /// <summary>What the shield around the policy did so far.</summary>
    [Alias("Interventions")]
    Task<ShieldCountsRecord> Interventions();

    /// <summary>Forgets the policy: its run is over.</summary>
    [Alias("Close")]
    Task Close();
}
