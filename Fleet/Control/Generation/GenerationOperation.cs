namespace ControlPlane.Fleet.Control.Generation;

/// <summary>Kinds of journalled operations of generation. The numbers are on disk and never change their meaning.</summary>
internal enum GenerationOperation : byte
{
    Provider = 1,
    Card = 2,
}
