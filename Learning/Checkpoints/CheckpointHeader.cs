namespace ControlPlane.Learning.Checkpoints;

/// <summary>What a checkpoint says about itself.</summary>
/// <param name="Kind">What is stored, for example <c>discrete-sac</c>.</param>
/// <param name="About">What its writer had to say; empty for nothing.</param>
public readonly record struct CheckpointHeader(string Kind, string About);
