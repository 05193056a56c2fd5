using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Protocol;

/// <summary>How a placement is written in journals.</summary>
internal static class PlacementState
{
    public static void Write(this StateWriter writer, in Placement placement)
    {
        writer.Number(placement.Site);
        writer.Write(placement.Wanted);
    }

    public static Placement ReadPlacement(this ref StateReader reader) => new(reader.Index(), reader.ReadAllocation());
}
