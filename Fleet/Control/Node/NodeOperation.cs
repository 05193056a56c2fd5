namespace ControlPlane.Fleet.Control.Node;

/// <summary>Kinds of a node's journalled operations. The numbers are on disk and never change their meaning.</summary>
internal enum NodeOperation : byte
{
    Found = 1,
    Home = 2,
    Desk = 3,
    Card = 4,
    End = 5,
    Event = 6,
    Session = 7,
    Publish = 8,
    Life = 9,
    Audit = 10,
    Site = 11,
    Energy = 12,
    Quota = 13,
    Decision = 14,
    SiteEnergy = 15,
    Generation = 16,
    Model = 17,
    Shadow = 18,
}
