using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>The policy and its view, as far as the event loop uses them itself.</summary>
public interface IPolicyOperations
{
    /// <summary>Whether a waiting job is placed anew each time a job finishes at its site.</summary>
    bool ReplacesOnFinish { get; }

    /// <summary>What the shield around the policy did so far.</summary>
    ShieldCounts Interventions => ShieldCounts.None;

    /// <summary>How the shadow compares so far; null without one.</summary>
    ShadowTally? Shadow => null;

    /// <summary>A site's report reaches the policy's view.</summary>
    /// <param name="status">The report.</param>
    void Report(in SiteStatus status);

    /// <summary>Energy has another price at a site from now on.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="rate">What it costs and emits.</param>
    void SetRate(int site, in EnergyRate rate);

    /// <summary>Places a job without sending it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    Placement Place(in Job job, double nowS);

    /// <summary>A job is done.</summary>
    /// <param name="run">Its last run.</param>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Present time in seconds.</param>
    void Completed(in Run run, int site, double nowS);
}
