namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A job that should run at a site.</summary>
/// <param name="Job">Id of the job.</param>
/// <param name="Token">Fencing token.</param>
/// <param name="Gpus">GPUs for it.</param>
/// <param name="Clock">Normalised clock, (0, 1].</param>
/// <param name="Units">Work left, units.</param>
/// <param name="SecondsPerUnit">How long a unit is expected to take, seconds.</param>
/// <param name="PowerW">What its GPUs are expected to draw, watts.</param>
[GenerateSerializer, Immutable, Alias("controlplane.agent-task")]
public sealed record AgentTaskRecord(
    [property: Id(0)] string Job,
    [property: Id(1)] long Token,
    [property: Id(2)] int Gpus,
    [property: Id(3)] double Clock,
    [property: Id(4)] double Units,
    [property: Id(5)] double SecondsPerUnit,
    [property: Id(6)] double PowerW);
