using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Ingresses;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Mapping;

/// <summary>Jobs, decisions and shipments between Fleet and the wire.</summary>
public static class JobMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="job">The job.</param>
    public static JobRecord ToWire(this in Job job) => new(
        job.Id.Value,
        job.Ingress,
        job.SizeUnits,
        job.SubmittedS,
        job.Constraint?.ToWire(),
        job.Priority,
        job.DeadlineS);

    /// <summary>To the wire.</summary>
    /// <param name="sites">The sites.</param>
    public static SiteSetRecord ToWire(this SiteSet sites)
    {
        ArgumentNullException.ThrowIfNull(sites);
        return new SiteSetRecord(sites.SiteCount, [.. sites.Members]);
    }

    /// <summary>From the wire.</summary>
    /// <param name="sites">The record.</param>
    public static SiteSet ToFleet(this SiteSetRecord sites)
    {
        ArgumentNullException.ThrowIfNull(sites);
        return new SiteSet(sites.SiteCount, sites.Members);
    }

    /// <summary>From the wire.</summary>
    /// <param name="job">The record.</param>
    public static Job ToFleet(this JobRecord job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new Job(new JobId(job.Id), job.Ingress, job.SizeUnits, job.SubmittedS, job.Constraint?.ToFleet(), job.Priority, job.DeadlineS);
    }

    /// <summary>To the wire.</summary>
    /// <param name="allocation">The allocation.</param>
    public static AllocationRecord ToWire(this Allocation allocation) => new(allocation.Gpus, allocation.ClockLevel);

    /// <summary>From the wire.</summary>
    /// <param name="allocation">The record.</param>
    public static Allocation ToFleet(this AllocationRecord allocation) => new(allocation.Gpus, allocation.ClockLevel);

    /// <summary>To the wire.</summary>
    /// <param name="item">The job.</param>
    public static WorkRecord ToWire(this in WorkItem item) => new(
        item.Job.ToWire(), item.RemainingUnits, item.Wanted.ToWire(), item.Attempts, item.WaitedS, item.WanS, item.RanS, item.SinceS);

    /// <summary>From the wire.</summary>
    /// <param name="item">The record.</param>
    public static WorkItem ToFleet(this WorkRecord item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new WorkItem(
            item.Job.ToFleet(), item.RemainingUnits, item.Wanted.ToFleet(), item.Attempts, item.WaitedS, item.WanS, item.RanS, item.SinceS);
    }

    /// <summary>To the wire.</summary>
    /// <param name="placement">The decision.</param>
    public static PlacementRecord ToWire(this in Placement placement) => new(placement.Site, placement.Wanted.ToWire());

    /// <summary>From the wire.</summary>
    /// <param name="placement">The record.</param>
    public static Placement ToFleet(this PlacementRecord placement) => new(placement.Site, placement.Wanted.ToFleet());

    /// <summary>To the wire.</summary>
    /// <param name="shipment">The shipment.</param>
    public static ShipmentRecord ToWire(this in Shipment shipment) =>
        new(shipment.Item.ToWire(), shipment.Site, shipment.TransferS, shipment.Slot, shipment.Generation);

    /// <summary>From the wire.</summary>
    /// <param name="shipment">The record.</param>
    public static Shipment ToFleet(this ShipmentRecord shipment)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        return new Shipment(shipment.Item.ToFleet(), shipment.Site, shipment.TransferS, shipment.Slot, shipment.Generation);
    }
}
