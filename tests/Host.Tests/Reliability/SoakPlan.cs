namespace ControlPlane.Host.Tests.Reliability;

/// <summary>How much a soak offers, and what its node may take.</summary>
/// <param name="Time">How long.</param>
internal sealed record SoakPlan(TimeSpan Time)
{
    /// <summary>What the node is rated at: requests a second of a key.</summary>
    public const int RatedPerS = 300;

    /// <summary>What is offered: twice of it.</summary>
    public const int OfferedPerS = 2 * RatedPerS;

    /// <summary>Jobs a second that the agents finish: less than is let in, so that the queue fills up and the capacity refuses too.</summary>
    public const double FinishedPerS = 0.5 * RatedPerS;

    /// <summary>The most jobs that have not ended.</summary>
    public const int Capacity = 600;

    /// <summary>Arguments of the node.</summary>
    public static string[] Settings =>
    [
        "--carrier", "embedded", "--agent-lease", "2m", "--log-level", "none", "--remembered", "2000",
        "--requests-per-second", $"{RatedPerS}", "--capacity", $"{Capacity}",
    ];
}
