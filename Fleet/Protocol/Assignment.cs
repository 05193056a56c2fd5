using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Protocol;

/// <summary>A job that its home gives to a site.</summary>
/// <param name="Token">Fencing token: of two assignments by one home, the later has the greater one.</param>
/// <param name="Item">The job and what is left of it.</param>
public readonly record struct Assignment(long Token, WorkItem Item);
