namespace ControlPlane.Silo.Http;

/// <summary>How much the HTTP API takes before it refuses. What is refused is told with a status, a reason and, where it helps, a time to try again.</summary>
public sealed record ApiLimits
{
    /// <summary>Bytes of a request's body.</summary>
    public int BodyBytes { get; init; } = 4 << 20;

    /// <summary>Bytes of the body of a request that publishes a policy: its model is in it, in base64.</summary>
    public int ModelBodyBytes { get; init; } = 24 << 20;

    /// <summary>Jobs in a request.</summary>
    public int JobsPerRequest { get; init; } = 1_000;

    /// <summary>Requests a second of one key, on average.</summary>
    public double RequestsPerSecond { get; init; } = 2_000;

    /// <summary>Requests of one key at once after a pause.</summary>
    public int RequestBurst { get; init; } = 4_000;

    /// <summary>Requests a second of one address without a valid key, on average: slows down whoever guesses.</summary>
    public double AnonymousRequestsPerSecond { get; init; } = 20;

    /// <summary>Requests of one address without a valid key at once after a pause.</summary>
    public int AnonymousBurst { get; init; } = 100;

    /// <summary>Open event streams.</summary>
    public int Streams { get; init; } = 256;

    /// <summary>Open event streams of one key.</summary>
    public int StreamsPerKey { get; init; } = 32;

    /// <summary>Open connections.</summary>
    public int Connections { get; init; } = 10_000;

    /// <summary>Answers kept for idempotency keys.</summary>
    public int IdempotentAnswers { get; init; } = 10_000;

    /// <summary>Bytes of all answers kept for idempotency keys.</summary>
    public long IdempotentBytes { get; init; } = 32 << 20;

    /// <summary>How long an answer is kept.</summary>
    public TimeSpan IdempotentFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Time series of one instrument in <c>/metrics</c>; more are counted, not shown.</summary>
    public int SeriesPerInstrument { get; init; } = 2_000;
}
