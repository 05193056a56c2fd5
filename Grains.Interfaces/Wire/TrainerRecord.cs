namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>How a region's trainer gets on.</summary>
/// <param name="IsOn">Whether the region has one.</param>
/// <param name="Began">What it began with; empty before it began.</param>
/// <param name="Problem">Why it learns no more; null while it does.</param>
/// <param name="Decisions">Decisions that it learned from.</param>
/// <param name="Held">Holds where no site could take the job.</param>
/// <param name="Outside">Decisions that it could not learn from.</param>
/// <param name="Dropped">Decisions that were dropped, or lost on their way.</param>
/// <param name="Waiting">Decisions that wait for it.</param>
/// <param name="Updates">Updates of its networks.</param>
/// <param name="Loss">Loss of the last update; null before the first.</param>
/// <param name="Published">Snapshots that it published.</param>
/// <param name="Refused">Snapshots that it did not publish.</param>
/// <param name="LastRefusal">Why it did not publish the last of these; null if there was none.</param>
/// <param name="WorkedS">Time that it worked, seconds.</param>
[GenerateSerializer, Immutable, Alias("controlplane.trainer")]
public sealed record TrainerRecord(
    [property: Id(0)] bool IsOn,
    [property: Id(1)] string Began,
    [property: Id(2)] string? Problem,
    [property: Id(3)] long Decisions,
    [property: Id(4)] long Held,
    [property: Id(5)] long Outside,
    [property: Id(6)] long Dropped,
    [property: Id(7)] int Waiting,
    [property: Id(8)] long Updates,
    [property: Id(9)] double? Loss,
    [property: Id(10)] long Published,
    [property: Id(11)] long Refused,
    [property: Id(12)] string? LastRefusal,
    [property: Id(13)] double WorkedS);
