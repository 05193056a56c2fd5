using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Solvers.Protocol;

/// <summary>What a solver says; nobody believes it before <see cref="CheckedSolution"/> has looked.</summary>
internal sealed record RawSolution
{
    public required MixedIntegerStatus Status { get; init; }

    /// <summary>The point it offers, null for none.</summary>
    public double[]? Values { get; init; }

    public double Bound { get; init; } = double.NegativeInfinity;

    public long? Nodes { get; init; }

    public string? Message { get; init; }

    public static RawSolution Failed(string message) => new() { Status = MixedIntegerStatus.Failed, Message = message };
}
