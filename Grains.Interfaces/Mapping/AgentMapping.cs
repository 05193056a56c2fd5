using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Mapping;

/// <summary>Sites with their agents, between Fleet and the wire.</summary>
public static class AgentMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="site">The site.</param>
    public static SiteViewRecord ToWire(this RegionSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new SiteViewRecord(
            site.Status.ToWire(), site.IsConnected, site.Agent, site.LastBeatS, site.EnergyJ, site.Finished, site.Version, site.GpuLimit, site.UpGpus, site.FreeGpus);
    }

    /// <summary>From the wire.</summary>
    /// <param name="site">The record.</param>
    public static RegionSite ToFleet(this SiteViewRecord site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new RegionSite(
            site.Status.ToFleet(), site.GpuLimit, site.UpGpus, site.FreeGpus, site.IsConnected, site.Agent, site.LastBeatS, site.EnergyJ, site.Finished, site.Version);
    }

    /// <summary>To the wire.</summary>
    /// <param name="run">The run.</param>
    public static JobRunRecord ToWire(this in RegionRun run) =>
        new(run.Number, run.Gpus, run.ClockLevel, run.RemainingUnits, run.Attempts, run.StartedS, run.EnergyJ);

    /// <summary>From the wire.</summary>
    /// <param name="run">The record.</param>
    public static RegionRun ToFleet(this in JobRunRecord run) =>
        new(run.Number, run.Gpus, run.ClockLevel, run.RemainingUnits, run.Attempts, run.StartedS, run.EnergyJ);

    /// <summary>To the wire.</summary>
    /// <param name="change">The change.</param>
    public static SiteChangeRecord ToWire(this SiteChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new SiteChangeRecord(change.Draining, change.GpuLimit, change.ExpectedVersion);
    }

    /// <summary>From the wire.</summary>
    /// <param name="change">The record.</param>
    public static SiteChange ToFleet(this SiteChangeRecord change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new SiteChange(change.Draining, change.GpuLimit, change.ExpectedVersion);
    }

    /// <summary>To the wire.</summary>
    /// <param name="hello">The introduction.</param>
    public static AgentHelloRecord ToWire(this AgentHello hello)
    {
        ArgumentNullException.ThrowIfNull(hello);
        return new AgentHelloRecord(hello.Site, hello.Agent, hello.Gpus);
    }

    /// <summary>From the wire.</summary>
    /// <param name="hello">The record.</param>
    public static AgentHello ToFleet(this AgentHelloRecord hello)
    {
        ArgumentNullException.ThrowIfNull(hello);
        return new AgentHello(hello.Site, hello.Agent, hello.Gpus);
    }

    /// <summary>To the wire.</summary>
    /// <param name="session">The session.</param>
    public static AgentSessionRecord ToWire(this AgentSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new AgentSessionRecord(session.Site, session.Epoch, session.LeaseS);
    }

    /// <summary>From the wire.</summary>
    /// <param name="session">The record.</param>
    public static AgentSession ToFleet(this AgentSessionRecord session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new AgentSession(session.Site, session.Epoch, session.LeaseS);
    }

    /// <summary>To the wire.</summary>
    /// <param name="beat">The beat; how long it would wait does not travel.</param>
    public static AgentBeatRecord ToWire(this AgentBeat beat)
    {
        ArgumentNullException.ThrowIfNull(beat);
        return new AgentBeatRecord(
            beat.Site,
            beat.Epoch,
            beat.Gpus,
            beat.KnownVersion,
            [.. beat.Reports.Select(r => new AgentReportRecord(r.Number, r.Job, r.Token, (AgentReportCode)r.Kind, r.DoneUnits, r.EnergyJ, r.Detail))]);
    }

    /// <summary>From the wire.</summary>
    /// <param name="beat">The record.</param>
    public static AgentBeat ToFleet(this AgentBeatRecord beat)
    {
        ArgumentNullException.ThrowIfNull(beat);
        return new AgentBeat
        {
            Site = beat.Site,
            Epoch = beat.Epoch,
            Gpus = beat.Gpus,
            KnownVersion = beat.KnownVersion,
            Reports = [.. beat.Reports.Select(r => new AgentReport(r.Number, r.Job, r.Token, (AgentReportKind)r.Kind, r.DoneUnits, r.EnergyJ, r.Detail))],
        };
    }

    /// <summary>To the wire.</summary>
    /// <param name="orders">The orders.</param>
    public static AgentOrdersRecord ToWire(this AgentOrders orders)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return new AgentOrdersRecord(
            orders.Version,
            orders.Tasks is { } tasks ? [.. tasks.Select(t => new AgentTaskRecord(t.Job, t.Token, t.Gpus, t.Clock, t.Units, t.SecondsPerUnit, t.PowerW))] : null,
            orders.Confirmed);
    }

    /// <summary>From the wire.</summary>
    /// <param name="orders">The record.</param>
    public static AgentOrders ToFleet(this AgentOrdersRecord orders)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return new AgentOrders(
            orders.Version,
            orders.Tasks is { } tasks ? [.. tasks.Select(t => new AgentTask(t.Job, t.Token, t.Gpus, t.Clock, t.Units, t.SecondsPerUnit, t.PowerW))] : null,
            orders.Confirmed);
    }
}
