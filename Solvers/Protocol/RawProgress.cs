namespace ControlPlane.Solvers.Protocol;

/// <summary>How far a solver says that it has come.</summary>
internal readonly record struct RawProgress(double Incumbent, double Bound, long? Nodes);
