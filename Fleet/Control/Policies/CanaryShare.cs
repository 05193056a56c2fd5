using System.Text;

namespace ControlPlane.Fleet.Control.Policies;

/// <summary>Where a job lies between 0 and 1, by a hash of its id (FNV-1a with a finaliser, on UTF-8): a growing share only ever adds jobs.</summary>
public static class CanaryShare
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The place of a job.</summary>
    /// <param name="job">Its id.</param>
    /// <returns>A number in [0, 1).</returns>
    public static double Of(string job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var hash = Offset;
        foreach (var part in Encoding.UTF8.GetBytes(job))
            hash = (hash ^ part) * Prime;
        // Ids that differ in their last letter only would lie side by side.
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        hash ^= hash >> 33;
        return (hash >> 11) * (1.0 / (1UL << 53));
    }
}
