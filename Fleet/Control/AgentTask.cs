namespace ControlPlane.Fleet.Control;

/// <summary>A job that should run at a site.</summary>
/// <param name="Job">Id of the job.</param>
/// <param name="Token">Fencing token: of two tasks for a job, the later has the greater one.</param>
/// <param name="Gpus">GPUs for it, ≥ 1.</param>
/// <param name="Clock">Normalised clock, (0, 1].</param>
/// <param name="Units">Work left, units.</param>
/// <param name="SecondsPerUnit">How long a unit is expected to take, seconds.</param>
/// <param name="PowerW">What its GPUs are expected to draw, watts.</param>
public sealed record AgentTask(string Job, long Token, int Gpus, double Clock, double Units, double SecondsPerUnit, double PowerW);
