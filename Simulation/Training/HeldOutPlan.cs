namespace ControlPlane.Simulation.Training;

/// <summary>Runs that nothing is learned from: every load with every budget, with seeds that training never uses.</summary>
public sealed record HeldOutPlan
{
    /// <summary>Mean service times to keep, s.</summary>
    public IReadOnlyList<double> BudgetsS { get; init; } = [600, 1000, 2000, 3000];

    /// <summary>Loads, as factors on the scenario's.</summary>
    public IReadOnlyList<double> Loads { get; init; } = [1, 1.5];

    /// <summary>Length of a run, s, &gt; 0.</summary>
    public double HorizonS { get; init; } = 86_400;

    /// <summary>First seed; training draws its seeds elsewhere.</summary>
    public long Seed { get; init; } = 900_001;
}
