namespace ControlPlane.Benchmarks.Grains;

/// <summary>Durable placements through the live grains of one region.</summary>
/// <param name="Storage">Where state is kept.</param>
/// <param name="Ingresses">Ingresses that take jobs.</param>
/// <param name="Callers">Callers at once, each with one submission under way.</param>
/// <param name="JobsACall">Jobs in a submission.</param>
/// <param name="Seconds">How long it was measured.</param>
/// <param name="Placements">Jobs that a site has made durable and its ingress knows.</param>
/// <param name="PlacementsPerS">The same a second.</param>
/// <param name="Completed">Jobs that were done meanwhile and are durable at their ingress.</param>
/// <param name="SubmitP50Ms">Median time to the durable acceptance of a submission, ms.</param>
/// <param name="SubmitP99Ms">99th percentile of it, ms.</param>
/// <param name="Commits">Writes to the storage.</param>
/// <param name="OperationsACommit">Operations that shared a write.</param>
/// <param name="BytesACommit">Bytes of a write.</param>
internal sealed record PlacementFigures(
    string Storage,
    int Ingresses,
    int Callers,
    int JobsACall,
    double Seconds,
    long Placements,
    double PlacementsPerS,
    long Completed,
    double SubmitP50Ms,
    double SubmitP99Ms,
    long Commits,
    double OperationsACommit,
    double BytesACommit);
