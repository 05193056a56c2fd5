namespace ControlPlane.Simulation.Workloads;

/// <summary>A job of a trace.</summary>
/// <param name="TimeS">When it is submitted, seconds.</param>
/// <param name="Ingress">Ingress index.</param>
/// <param name="SizeUnits">Work in units, &gt; 0.</param>
public readonly record struct TraceJob(double TimeS, int Ingress, double SizeUnits);
