namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Chooses the ticks of linear axes: steps of 1, 2 or 5 times a power of ten, labels with just the digits the step needs.</summary>
public static class NiceTicks
{
    /// <summary>The smallest nice step that cuts a positive span into at most <paramref name="maxSteps"/> pieces.</summary>
    public static double Step(double span, int maxSteps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(span);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSteps, 1);
        var raw = span / maxSteps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5, 10])
        {
            // The tolerance keeps a span of exactly n steps from taking the next larger step.
            if (factor * power >= raw * (1 - 1e-9)) return factor * power;
        }
        return 10 * power;
    }

    /// <summary>The limits rounded outwards to multiples of the nice step.</summary>
    public static (double Low, double High) Expand(double low, double high, int maxSteps)
    {
        var step = Step(high - low, maxSteps);
        return (Math.Floor((low / step) + 1e-9) * step, Math.Ceiling((high / step) - 1e-9) * step);
    }

    /// <summary>All ticks from <paramref name="low"/> to <paramref name="high"/> (low &lt; high), both included where they are multiples of the step.</summary>
    public static IReadOnlyList<Tick> Linear(double low, double high, int maxSteps, ValueFormat format = ValueFormat.Number)
    {
        var step = Step(high - low, maxSteps);
        var values = Multiples(low, high, step);
        var percent = format == ValueFormat.Percent;
        var factor = percent ? 100 : 1;
        var largest = Math.Max(Math.Abs(low), Math.Abs(high)) * factor;
        var (divisor, suffix) = percent ? (1.0, NumberFormat.UnitSpace + "%") : Prefix(largest);
        var decimals = Decimals(step * factor / divisor);
        return values.ConvertAll(v => new Tick(v, v == 0 && !percent ? "0" : NumberFormat.Fixed(v * factor / divisor, decimals) + suffix));
    }

    /// <summary>The multiples of a step inside closed limits, each computed by one multiplication so that errors do not add up.</summary>
    internal static List<double> Multiples(double low, double high, double step)
    {
        var first = Math.Ceiling((low / step) - 1e-6);
        var count = (int)(Math.Floor((high / step) + 1e-6) - first) + 1;
        return [.. Enumerable.Range(0, Math.Max(0, count)).Select(i => first + i == 0 ? 0 : (first + i) * step)];
    }

    /// <summary>Decimals needed to write multiples of a step exactly (at most 6).</summary>
    internal static int Decimals(double step)
    {
        for (var decimals = 0; decimals < 6; decimals++)
        {
            var scaled = step * Math.Pow(10, decimals);
            if (Math.Abs(scaled - Math.Round(scaled)) < 1e-6 * scaled) return decimals;
        }
        return 6;
    }

    private static (double Divisor, string Suffix) Prefix(double largest) => largest switch
    {
        >= 1e9 => (1e9, NumberFormat.UnitSpace + "G"),
        >= 1e6 => (1e6, NumberFormat.UnitSpace + "M"),
        >= 1e5 => (1e3, NumberFormat.UnitSpace + "k"),
        _ => (1, ""),
    };
}
