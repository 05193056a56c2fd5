using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Client.Orleans.Regions.Playing;

/// <summary>A job that is going to be submitted.</summary>
/// <param name="DueS">When, seconds of the wall clock after the start.</param>
/// <param name="Ingress">Index of its ingress in the region.</param>
/// <param name="Request">The job.</param>
internal readonly record struct PlayedJob(double DueS, int Ingress, JobRequest Request);
