namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Chooses the ticks of linear time axes, whose values are seconds.</summary>
public static class TimeTicks
{
    private static readonly (double UnitS, string Name, double[] Steps)[] Units =
    [
        (86_400, "d", [0.25, 0.5, 1, 2, 7, 14, 28, 56, 91, 182, 364]),
        (3600, "h", [0.25, 0.5, 1, 2, 3, 6, 12, 24]),
        (60, "min", [0.25, 0.5, 1, 2, 5, 10, 15, 30, 60]),
    ];

    /// <summary>
    /// Ticks in the largest unit of which the span holds at least two: days, hours, minutes or seconds.
    /// </summary>
    /// <param name="lowS">Lower limit, s.</param>
    /// <param name="highS">Upper limit, s, above the lower one.</param>
    /// <param name="maxSteps">At most so many pieces.</param>
    /// <param name="nameUnit">True to write the unit at every tick.</param>
    /// <returns>The ticks and the unit their labels are in.</returns>
    public static (IReadOnlyList<Tick> Ticks, string Unit) Linear(double lowS, double highS, int maxSteps, bool nameUnit = false)
    {
        var spanS = highS - lowS;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spanS);
        foreach (var (unitS, name, steps) in Units)
        {
            if (spanS < 2 * unitS) continue;
            var span = spanS / unitS;
            var fitting = Array.Find(steps, s => span / s <= maxSteps * (1 + 1e-9));
            return (Ticks(lowS, highS, unitS, fitting > 0 ? fitting : NiceTicks.Step(span, maxSteps), nameUnit ? name : ""), name);
        }
        return (Ticks(lowS, highS, 1, NiceTicks.Step(spanS, maxSteps), nameUnit ? "s" : ""), "s");
    }

    private static List<Tick> Ticks(double lowS, double highS, double unitS, double step, string name)
    {
        var decimals = NiceTicks.Decimals(step);
        var suffix = name.Length == 0 ? "" : NumberFormat.UnitSpace + name;
        return NiceTicks.Multiples(lowS / unitS, highS / unitS, step).ConvertAll(v => new Tick(v * unitS, NumberFormat.Fixed(v, decimals) + suffix));
    }
}
