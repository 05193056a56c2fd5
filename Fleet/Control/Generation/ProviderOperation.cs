namespace ControlPlane.Fleet.Control.Generation;

/// <summary>Kinds of journalled operations of a provider. The numbers are on disk and never change their meaning.</summary>
internal enum ProviderOperation : byte
{
    Offer = 1,
    Refuse = 2,
    Decide = 3,
    CloseSlots = 4,
    Drain = 5,
}
