namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Chooses the ticks of logarithmic axes.</summary>
public static class LogTicks
{
    private static readonly double[] FineTimeS =
    [
        1e-3, 2e-3, 5e-3, 1e-2, 2e-2, 5e-2, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 4 * 3600,
        8 * 3600, 16 * 3600, 86_400, 2 * 86_400, 4 * 86_400, 7 * 86_400, 14 * 86_400, 28 * 86_400, 100 * 86_400, 365 * 86_400,
    ];

    private static readonly double[] MiddleTimeS =
        [1e-3, 5e-3, 2e-2, 0.1, 0.5, 2, 10, 30, 120, 600, 1800, 7200, 8 * 3600, 86_400, 4 * 86_400, 14 * 86_400, 56 * 86_400, 224 * 86_400];

    private static readonly double[] CoarseTimeS =
        [1e-3, 1e-2, 0.1, 1, 10, 60, 600, 3600, 36_000, 86_400, 864_000, 8_640_000, 86_400_000];

    /// <summary>
    /// Ticks of a logarithmic axis (0 &lt; low &lt; high): labelled decades with unlabelled 2 to 9 between them; labels at 1, 2 and 5
    /// for less than two decades, and linear ticks for less than a factor of three.
    /// </summary>
    public static IReadOnlyList<Tick> Numbers(double low, double high, int maxLabels, ValueFormat format = ValueFormat.Number)
    {
        Check(low, high);
        if (high / low < 3) return NiceTicks.Linear(low, high, maxLabels, format);
        var decades = Math.Log10(high / low);
        var stride = Math.Max(1, (int)Math.Ceiling(decades / maxLabels));
        var ticks = new List<Tick>();
        for (var k = (int)Math.Floor(Math.Log10(low)); k <= Math.Ceiling(Math.Log10(high)); k++)
        {
            for (var digit = 1; digit <= 9; digit++)
            {
                var value = digit * Math.Pow(10, k);
                if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
                var labelled = digit == 1 ? k % stride == 0 : decades < 2 && digit is 2 or 5;
                if (labelled) ticks.Add(new Tick(value, Label(value, digit, k, format)));
                else if (decades <= 6) ticks.Add(new Tick(value, ""));
            }
        }
        return ticks;
    }

    /// <summary>Ticks of a logarithmic axis in seconds, at the round durations people use.</summary>
    public static IReadOnlyList<Tick> Durations(double lowS, double highS, int maxLabels)
    {
        Check(lowS, highS);
        if (highS / lowS < 2) return TimeTicks.Linear(lowS, highS, maxLabels, nameUnit: true).Ticks;
        double[] chosen = [];
        foreach (var candidates in (double[][])[FineTimeS, MiddleTimeS, CoarseTimeS])
        {
            var inside = Array.FindAll(candidates, v => v >= lowS * (1 - 1e-9) && v <= highS * (1 + 1e-9));
            if (chosen.Length > 0 && inside.Length < 2) break;
            chosen = inside;
            if (chosen.Length <= maxLabels) break;
        }
        return Array.ConvertAll(chosen, v => new Tick(v, NumberFormat.RoundDuration(v)));
    }

    private static string Label(double value, int digit, int exponent, ValueFormat format)
    {
        if (format == ValueFormat.Percent) return NumberFormat.Significant(value * 100, 1) + NumberFormat.UnitSpace + "%";
        if (exponent is >= -3 and <= 4) return NumberFormat.Significant(value, 1);
        return (digit == 1 ? "" : NumberFormat.Count(digit) + "·") + "10" + NumberFormat.Superscript(exponent);
    }

    private static void Check(double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(low);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
    }
}
