using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Training;

/// <summary>What a policy learns from: rounds of several worlds at once, each the scenario with a load, a swing of the day and losses of its own.</summary>
/// <param name="Scenario">The scenario; its own events and failures happen in every world.</param>
public sealed record TrainingPlan(Scenario Scenario)
{
    /// <summary>Worlds that go side by side, ≥ 1: their decisions alternate, so that a batch is not of one day.</summary>
    public int Worlds { get; init; } = 8;

    /// <summary>Length of a world, s, &gt; 0.</summary>
    public double HorizonS { get; init; } = 6 * 3600;

    /// <summary>Rounds, ≥ 1.</summary>
    public int Rounds { get; init; } = 20;

    /// <summary>Time that a world goes on before it is another's turn, s, &gt; 0.</summary>
    public double TurnS { get; init; } = 300;

    /// <summary>Range of the load, as a factor on the scenario's.</summary>
    public (double Least, double Most) Load { get; init; } = (0.5, 1.8);

    /// <summary>Share of the worlds that lose a site for good at some moment, 0..1.</summary>
    public double LostShare { get; init; } = 0.2;

    /// <summary>Share of the worlds whose arrivals swing in a sine wave of random period and height, 0..1.</summary>
    public double SwingShare { get; init; } = 0.3;

    /// <summary>Seed of the worlds.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Rounds between two looks at held-out runs, ≥ 1.</summary>
    public int RoundsPerLook { get; init; } = 2;

    /// <summary>Looks without a better model after which training ends early; 0 for never.</summary>
    public int Patience { get; init; }

    /// <summary>The held-out runs.</summary>
    public HeldOutPlan HeldOut { get; init; } = new();
}
