namespace ControlPlane.Fleet.Control.Energy;

/// <summary>Kinds of journalled operations of a site's energy. The numbers are on disk and never change their meaning.</summary>
internal enum EnergyOperation : byte
{
    Advance = 1,
    Decide = 2,
    Override = 3,
    Release = 4,
    Correct = 5,
}
