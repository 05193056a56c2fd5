namespace ControlPlane.Fleet.Control.Regions;

/// <summary>Kinds of the journalled operations of the energy of a region's site. The numbers are on disk and never change their meaning.</summary>
internal enum EnergyStandOperation : byte
{
    Desk = 1,
    Event = 2,
}
