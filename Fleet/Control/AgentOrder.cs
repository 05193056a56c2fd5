namespace ControlPlane.Fleet.Control;

/// <summary>What an agent is told to do. Repeated until it is confirmed; carrying out the same order twice has the effect of once.</summary>
/// <param name="Number">Its number, ascending by one within the session, from 1.</param>
/// <param name="Kind">What.</param>
/// <param name="Job">Id of the job.</param>
/// <param name="Token">Fencing token: of two orders to start a job, the later has the greater one.</param>
/// <param name="Gpus">GPUs for it; 0 when it is to be stopped.</param>
/// <param name="Clock">Normalised clock, (0, 1].</param>
/// <param name="Units">Work left, units.</param>
/// <param name="SecondsPerUnit">How long a unit is expected to take, seconds.</param>
public sealed record AgentOrder(long Number, AgentOrderKind Kind, string Job, long Token, int Gpus, double Clock, double Units, double SecondsPerUnit);
