using ControlPlane.Fleet.Control;

namespace ControlPlane.Silo.Http.Bodies;

/// <summary>What an agent says: that it lives, and what became of its jobs.</summary>
/// <param name="Epoch">Number of the session.</param>
/// <param name="Gpus">GPUs in working order; null if nothing changed.</param>
/// <param name="KnownVersion">The version of its tasks that it follows; 0 for none.</param>
/// <param name="Reports">What became of jobs, repeated until the answer has confirmed it.</param>
/// <param name="WaitS">How long it would wait for other tasks, seconds, 0 to 30; less than a third of the lease.</param>
public sealed record BeatBody(long Epoch, int? Gpus, long KnownVersion, IReadOnlyList<AgentReport> Reports, double WaitS);
