namespace ControlPlane.Client.Measuring;

/// <summary>One speed figure.</summary>
/// <param name="Name">What ran.</param>
/// <param name="ElapsedS">Wall-clock time, s.</param>
/// <param name="Events">Events handled; 0 if it has none.</param>
/// <param name="Jobs">Jobs submitted; 0 if it has none.</param>
/// <param name="AllocatedBytes">Bytes allocated.</param>
/// <param name="Solves">Solutions of a linear program; 0 if it has none.</param>
internal sealed record BenchResult(string Name, double ElapsedS, long Events, long Jobs, long AllocatedBytes, long Solves = 0)
{
    /// <summary>Events per second; NaN if it has none.</summary>
    public double EventsPerS => Events > 0 ? Events / ElapsedS : double.NaN;

    /// <summary>Jobs per second; NaN if it has none.</summary>
    public double JobsPerS => Jobs > 0 ? Jobs / ElapsedS : double.NaN;

    /// <summary>Bytes allocated per event; NaN if it has none.</summary>
    public double BytesPerEvent => Events > 0 ? (double)AllocatedBytes / Events : double.NaN;

    /// <summary>Milliseconds a solve; NaN if it has none.</summary>
    public double MillisecondsPerSolve => Solves > 0 ? 1000 * ElapsedS / Solves : double.NaN;
}
