namespace ControlPlane.Planning.Frontier;

/// <summary>One way to run a job at a site.</summary>
/// <param name="Gpus">GPUs the job holds, at least 1.</param>
/// <param name="ClockLevel">Index of the clock among the site's levels, from 0.</param>
/// <param name="Clock">The clock itself, normalised or in the site's unit; carried along for the reader.</param>
/// <param name="PowerW">Power of the running job over all its GPUs, W, at least 0.</param>
/// <param name="SecondsPerUnit">Seconds the job takes per work unit, above 0.</param>
public readonly record struct OperatingPoint(int Gpus, int ClockLevel, double Clock, double PowerW, double SecondsPerUnit)
{
    /// <summary>Energy of the running job per work unit, J.</summary>
    public double EnergyPerUnitJ => PowerW * SecondsPerUnit;

    /// <summary>GPU-seconds held per work unit.</summary>
    public double GpuSecondsPerUnit => Gpus * SecondsPerUnit;
}
