namespace ControlPlane.Fleet.Control.Energy;

/// <summary>A page of the slots of a site, the newest first.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Slots">The slots.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record SlotPage(string Site, IReadOnlyList<SlotView> Slots, string? Next);
