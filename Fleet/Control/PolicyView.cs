namespace ControlPlane.Fleet.Control;

/// <summary>A version of the policy.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Policy">Name and settings.</param>
/// <param name="Note">What to remember about it.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="PublishedBy">Who did.</param>
/// <param name="IsActive">Whether it decides.</param>
/// <param name="Decisions">Decisions on where jobs go that it has taken, ever: placements, and holds once while a job is held for the same reasons.</param>
/// <param name="Replaced">Placements and allocations of it that the shield replaced.</param>
public sealed record PolicyView(
    int Version,
    PolicyChoice Policy,
    string Note,
    DateTimeOffset PublishedAt,
    string PublishedBy,
    bool IsActive,
    long Decisions,
    long Replaced);
