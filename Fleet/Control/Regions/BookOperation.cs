namespace ControlPlane.Fleet.Control.Regions;

/// <summary>Kinds of the journalled operations of a book. The numbers are on disk and never change their meaning.</summary>
internal enum BookOperation : byte
{
    Home = 1,
    Card = 2,
    Run = 3,
    End = 4,
    Event = 5,
}
