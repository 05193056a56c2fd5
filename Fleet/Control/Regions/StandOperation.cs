namespace ControlPlane.Fleet.Control.Regions;

/// <summary>Kinds of the journalled operations of a site's stand. The numbers are on disk and never change their meaning.</summary>
internal enum StandOperation : byte
{
    Desk = 1,
    Name = 2,
    Failure = 3,
    Session = 4,
    Change = 5,
    Event = 6,
}
