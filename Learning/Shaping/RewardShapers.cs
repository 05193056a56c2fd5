using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Shaping;

/// <summary>Makes reward shapers in memory.</summary>
public static class RewardShapers
{
    /// <summary>The shaper of settings.</summary>
    /// <param name="settings">What to learn, and with what.</param>
    /// <param name="backend">Does the arithmetic.</param>
    /// <typeparam name="T">float to train, double to check.</typeparam>
    /// <returns>One that does nothing where nothing is to be shaped.</returns>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static IRewardShaper<T> Create<T>(ShaperSettings settings, ITensorBackend<T> backend)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Mode == ShapingMode.None ? new NoShaper<T>() : new RewardShaper<T>(settings, backend);
    }
}
