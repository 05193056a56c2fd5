namespace ControlPlane.Planning.Linear;

/// <summary>Settings of <see cref="SimplexSolver"/>. Tolerances hold for the scaled programme.</summary>
public sealed record SimplexOptions
{
    /// <summary>The settings that suit the models of this product.</summary>
    public static SimplexOptions Default { get; } = new();

    /// <summary>Largest bound violation called feasible, in scaled units; 1e-10 to 1e-5.</summary>
    public double PrimalTolerance { get; init; } = 1e-8;

    /// <summary>Largest wrong-signed reduced cost called optimal, in scaled units; 1e-10 to 1e-5.</summary>
    public double DualTolerance { get; init; } = 1e-8;

    /// <summary>Most pivots and bound flips of one solve; null for 10 000 + 50 x (rows + columns).</summary>
    public int? IterationLimit { get; init; }

    /// <summary>Pivots between two factorisations of the basis, at least 1.</summary>
    public int RefactorInterval { get; init; } = 80;

    /// <summary>Iterations without progress, at least 1, after which bounds or costs are perturbed, and later Bland's rule is used.</summary>
    public int StallIterations { get; init; } = 60;

    /// <summary>Whether rows and columns are scaled by powers of two.</summary>
    public bool Scale { get; init; } = true;

    /// <summary>Which method a solve begins with.</summary>
    public SimplexMethod Method { get; init; } = SimplexMethod.Automatic;

    /// <summary>Throws unless every setting is in its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range; the message names it.</exception>
    internal void Check()
    {
        CheckTolerance(PrimalTolerance, nameof(PrimalTolerance));
        CheckTolerance(DualTolerance, nameof(DualTolerance));
        ArgumentOutOfRangeException.ThrowIfLessThan(IterationLimit ?? 0, 0, nameof(IterationLimit));
        ArgumentOutOfRangeException.ThrowIfLessThan(RefactorInterval, 1, nameof(RefactorInterval));
        ArgumentOutOfRangeException.ThrowIfLessThan(StallIterations, 1, nameof(StallIterations));
    }

    private static void CheckTolerance(double value, string name)
    {
        if (!(value is >= 1e-10 and <= 1e-5)) throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in 1e-10 to 1e-5.");
    }
}
