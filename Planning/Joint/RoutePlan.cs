namespace ControlPlane.Planning.Joint;

/// <summary>Where the requests of an inference class are served.</summary>
public sealed record RoutePlan
{
    private readonly double[] _gpus;
    private readonly int _slots;

    /// <summary>Makes a plan.</summary>
    /// <param name="gpus">GPUs that serve the class, sites x slots, slots following one another. The plan takes the array over.</param>
    /// <param name="slots">Number of slots.</param>
    public RoutePlan(double[] gpus, int slots)
    {
        ArgumentNullException.ThrowIfNull(gpus);
        if (slots < 1 || gpus.Length % slots != 0)
            throw new ArgumentException($"{gpus.Length} values are not sites of {slots} slots.", nameof(gpus));
        (_gpus, _slots) = (gpus, slots);
    }

    /// <summary>GPUs that serve the class at a site in a slot.</summary>
    /// <param name="site">The site.</param>
    /// <param name="slot">The slot.</param>
    public double this[int site, int slot] => _gpus[site * _slots + slot];

    /// <summary>GPUs that serve the class at a site, slot by slot.</summary>
    /// <param name="site">The site.</param>
    public ReadOnlySpan<double> At(int site) => _gpus.AsSpan(site * _slots, _slots);

    /// <summary>GPUs that serve the class in a slot at all sites.</summary>
    /// <param name="slot">The slot.</param>
    public double Served(int slot)
    {
        var sum = 0.0;
        for (var at = slot; at < _gpus.Length; at += _slots)
            sum += _gpus[at];
        return sum;
    }
}
