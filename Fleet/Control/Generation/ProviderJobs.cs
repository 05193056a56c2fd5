using ControlPlane.Fleet.Generation;

namespace ControlPlane.Fleet.Control.Generation;

/// <summary>The jobs of a provider: offered = open + onTime + late + abandoned + declined. Shares of a fluid make fractions of jobs.</summary>
/// <param name="Offered">Jobs that it took, or that were submitted here and nobody took.</param>
/// <param name="Open">Jobs of the open slot.</param>
/// <param name="OnTime">Done in time.</param>
/// <param name="Late">Done, but late.</param>
/// <param name="Abandoned">Given up after waiting for too long.</param>
/// <param name="Declined">Submitted here, and declined by every provider that was asked.</param>
public readonly record struct ProviderJobs(double Offered, double Open, double OnTime, double Late, double Abandoned, double Declined)
{
    internal static ProviderJobs Of(in GenerationJobs jobs) => new(jobs.Offered, jobs.Open, jobs.OnTime, jobs.Late, jobs.Abandoned, jobs.Declined);
}
