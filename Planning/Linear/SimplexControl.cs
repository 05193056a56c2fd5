namespace ControlPlane.Planning.Linear;

/// <summary>What limits a solve, and its iteration count over all runs of both methods.</summary>
internal sealed class SimplexControl(SimplexOptions options, int iterationLimit, CancellationToken cancellationToken)
{
    public SimplexOptions Options => options;

    public int Iterations { get; set; }

    /// <summary>Whether to stop now, and why.</summary>
    public bool MustStop(out SimplexOutcome outcome)
    {
        outcome = cancellationToken.IsCancellationRequested ? SimplexOutcome.Cancelled : SimplexOutcome.IterationLimit;
        return cancellationToken.IsCancellationRequested || Iterations >= iterationLimit;
    }
}
