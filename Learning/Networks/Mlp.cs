using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Networks;

/// <summary>Makes multi-layer perceptrons.</summary>
public static class Mlp
{
    /// <summary>Dense layers of the widths given.</summary>
    /// <typeparam name="T">float to train, double to check.</typeparam>
    /// <param name="widths">Width of the input, of every hidden layer and of the output: at least two.</param>
    /// <param name="hidden">What follows a hidden layer.</param>
    /// <param name="last">What follows the last layer.</param>
    public static Sequential<T> Of<T>(IReadOnlyList<int> widths, Activation hidden, Activation last = Activation.Identity)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(widths);
        ArgumentOutOfRangeException.ThrowIfLessThan(widths.Count, 2);
        var layers = Enumerable.Range(1, widths.Count - 1).Select(i => new Dense<T>(widths[i - 1], widths[i], i == widths.Count - 1 ? last : hidden));
        return new Sequential<T>([.. layers]);
    }
}
