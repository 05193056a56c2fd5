using ControlPlane.Fleet;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Network;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Mapping;

/// <summary>What a fleet is, between Fleet and the wire.</summary>
public static class FleetMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="model">The fleet.</param>
    public static FleetRecord ToWire(this FleetModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new FleetRecord(
            [.. model.Sites.Select(ToWire)],
            [.. model.Ingresses],
            [.. model.Links.Select(l => new LinkRecord(l.From, l.To, l.LatencyS))]);
    }

    /// <summary>From the wire.</summary>
    /// <param name="fleet">The record.</param>
    public static FleetModel ToFleet(this FleetRecord fleet)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        return new FleetModel(
            [.. fleet.Sites.Select(ToFleet)],
            fleet.Ingresses,
            fleet.Links.Select(l => new WanLink(l.From, l.To, l.LatencyS)));
    }

    /// <summary>To the wire.</summary>
    /// <param name="spec">The data centre.</param>
    public static SiteSpecRecord ToWire(this DataCenterSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new SiteSpecRecord(
            spec.Name,
            new GpuTypeRecord(spec.Gpu.Name, spec.Gpu.IdleW, spec.Gpu.PeakW, spec.Gpu.SleepW),
            spec.GpuCount,
            [.. spec.Clocks],
            spec.DefaultClock,
            spec.MaxGpusPerJob,
            new CoefficientsRecord(spec.Power.Alpha, spec.Power.Beta, spec.Power.Gamma),
            new CoefficientsRecord(spec.Latency.Alpha, spec.Latency.Beta, spec.Latency.Gamma),
            spec.QueueLimit,
            spec.CheckpointIntervalS,
            spec.Energy?.ToWire());
    }

    /// <summary>From the wire.</summary>
    /// <param name="spec">The record.</param>
    public static DataCenterSpec ToFleet(this SiteSpecRecord spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new DataCenterSpec
        {
            Name = spec.Name,
            Gpu = new GpuType(spec.Gpu.Name, spec.Gpu.IdleW, spec.Gpu.PeakW, spec.Gpu.SleepW),
            GpuCount = spec.GpuCount,
            Clocks = spec.Clocks,
            DefaultClock = spec.DefaultClock,
            MaxGpusPerJob = spec.MaxGpusPerJob,
            Power = new PowerCoefficients(spec.Power.Alpha, spec.Power.Beta, spec.Power.Gamma),
            Latency = new LatencyCoefficients(spec.Latency.Alpha, spec.Latency.Beta, spec.Latency.Gamma),
            QueueLimit = spec.QueueLimit,
            CheckpointIntervalS = spec.CheckpointIntervalS,
            Energy = spec.Energy?.ToFleet(),
        };
    }
}
