namespace ControlPlane.Learning.Checkpoints;

/// <summary>A checkpoint was refused; nothing was changed.</summary>
/// <param name="fault">Why.</param>
/// <param name="message">Why, in words.</param>
public sealed class CheckpointException(CheckpointFault fault, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public CheckpointFault Fault { get; } = fault;
}
