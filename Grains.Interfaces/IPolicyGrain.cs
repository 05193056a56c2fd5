using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces;

/// <summary>
/// Decides where jobs of a region go, with a snapshot of its policy and of its fleet. The key is the region's name; behind it stand several activations on
/// every silo, of which an idle one answers.
/// </summary>
[Alias("controlplane.IPolicyGrain")]
public interface IPolicyGrain : IGrainWithStringKey
{
    /// <summary>Places jobs one after the other: each decision counts the ones before it.</summary>
    /// <param name="request">The jobs.</param>
    /// <exception cref="ArgumentException">A job does not fit the fleet; nothing was decided.</exception>
    /// <exception cref="InvalidOperationException">The region is not configured.</exception>
    [Alias("Decide")]
    Task<DecisionReply> Decide(DecisionRequest request);

    /// <summary>How the options of a job score now, by what this worker knows.</summary>
    /// <param name="job">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="place">Where the job lies between 0 and 1 by the hash of its id; null where it has a number only.</param>
    /// <exception cref="ArgumentException">The job does not fit the fleet.</exception>
    /// <exception cref="InvalidOperationException">The region is not configured.</exception>
    [Alias("Explain")]
    Task<ExplanationReply> Explain(JobRecord job, double nowS, double? place = null);
}
