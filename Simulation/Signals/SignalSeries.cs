namespace ControlPlane.Simulation.Signals;

/// <summary>
/// One signal over time. Value i is the mean over the slot [start + i·step, start + (i+1)·step). Prices, carbon and arrivals hold during their slot; weather and plants run
/// linearly from the middle of a slot to the middle of the next, and hold beyond the first and the last. Where a station took the values at instants (<see cref="IsInstant"/>),
/// they stand at the starts of the slots instead of their middles. UTC throughout.
/// </summary>
public sealed class SignalSeries
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);
    private readonly double[] _values;

    /// <summary>Keeps a copy of the values.</summary>
    /// <param name="name">How reports call the signal.</param>
    /// <param name="quantity">What it measures.</param>
    /// <param name="startUtc">Start of the first slot.</param>
    /// <param name="step">Length of a slot, &gt; 0.</param>
    /// <param name="values">At least one value, each within the range of the quantity.</param>
    /// <param name="source">Where they come from.</param>
    /// <exception cref="ArgumentException">No value, a value outside the range of its quantity, or a start that is not UTC.</exception>
    public SignalSeries(string name, SignalQuantity quantity, DateTimeOffset startUtc, TimeSpan step, ReadOnlySpan<double> values, SignalSource source)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        if (startUtc.Offset != TimeSpan.Zero)
            throw new ArgumentException($"{name}: the start must be UTC, not {startUtc:O}.", nameof(startUtc));
        if (values.IsEmpty)
            throw new ArgumentException($"{name}: a signal has at least one value.", nameof(values));
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] >= quantity.Least() && values[i] <= quantity.Greatest()))
                throw new ArgumentException($"{name}: value {i} must be in [{quantity.Least()}, {quantity.Greatest()}] {quantity.Unit()}, not {values[i]}.", nameof(values));
        }

        (Name, Quantity, StartUtc, Step, Source) = (name, quantity, startUtc, step, source);
        _values = values.ToArray();
    }

    /// <summary>How reports call the signal.</summary>
    public string Name { get; }

    /// <summary>What it measures.</summary>
    public SignalQuantity Quantity { get; }

    /// <summary>Start of the first slot.</summary>
    public DateTimeOffset StartUtc { get; }

    /// <summary>End of the last slot.</summary>
    public DateTimeOffset EndUtc => StartUtc + Step * _values.Length;

    /// <summary>Length of a slot.</summary>
    public TimeSpan Step { get; }

    /// <summary>The values, one a slot.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Where the values come from.</summary>
    public SignalSource Source { get; }

    /// <summary>True for a typical year: it has no years of its own and repeats, 29 February as the day before it.</summary>
    public bool IsRepeating { get; private init; }

    /// <summary>True when the values were taken at the starts of the slots; else they are means over them. It matters to linear quantities only.</summary>
    public bool IsInstant { get; init; }

    /// <summary>The same year, again and again, whatever the year is that is asked for.</summary>
    /// <exception cref="InvalidOperationException">It is not 365 days long, or its step does not divide a day.</exception>
    public SignalSeries Repeating() =>
        Step * _values.Length == Year && TimeSpan.FromDays(1).Ticks % Step.Ticks == 0
            ? new(Name, Quantity, StartUtc, Step, _values, Source) { IsRepeating = true, IsInstant = IsInstant }
            : throw new InvalidOperationException($"{Name}: only a year of 365 days repeats, and {SpanText} are {(EndUtc - StartUtc).TotalDays:0.###} days.");

    /// <summary>The value at an instant.</summary>
    /// <param name="utc">The instant, within the span.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the span; the message names the span.</exception>
    public double At(DateTimeOffset utc)
    {
        var (slot, ticks) = Locate(utc, nameof(utc));
        return Quantity.IsLinear() ? Interpolated(slot, ticks) : _values[slot];
    }

    /// <summary>Mean over an interval, weighted by time.</summary>
    /// <param name="from">Start, within the span.</param>
    /// <param name="to">End, after the start and not after the end of the span.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the span, or no interval; the message names the span.</exception>
    public double Mean(DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        if (!IsRepeating && to > EndUtc)
            throw Outside(to, nameof(to));
        double sum = 0;
        for (var at = from; at < to;)
        {
            var (slot, ticks) = Locate(at, nameof(from));
            // A linear signal bends where a value stands, so a piece ends there too; over a straight piece the mean is the value in its middle.
            var length = Math.Min((ticks < Bend ? Bend : Step.Ticks) - ticks, (to - at).Ticks);
            sum += length * (Quantity.IsLinear() ? Interpolated(slot, ticks + length / 2.0) : _values[slot]);
            at = at.AddTicks(length);
        }

        return sum / (to - from).Ticks;
    }

    /// <summary>
    /// The same signal with another step: each new value is the mean over its slot. So prices and carbon hold going finer and are time-weighted means going coarser, and weather is
    /// linear. Arrivals keep their number: they are added up going coarser and shared evenly going finer.
    /// </summary>
    /// <param name="step">The new step, &gt; 0; the same step changes nothing; what is left over at the end of the span is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">No step, or one longer than the span.</exception>
    public SignalSeries Resample(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, EndUtc - StartUtc);
        if (step == Step)
            return this;
        var values = new double[(EndUtc - StartUtc).Ticks / step.Ticks];
        var scale = Quantity == SignalQuantity.ArrivalsPerSlot ? step / Step : 1;
        for (var i = 0; i < values.Length; i++)
            values[i] = scale * Mean(StartUtc + step * i, StartUtc + step * (i + 1));
        var source = Source.Then($"{Rule(step)} from {Step:c} to {step:c}") with { LastUtc = StartUtc + step * (values.Length - 1) };
        return new(Name, Quantity, StartUtc, step, values, source) { IsRepeating = IsRepeating };
    }

    // Where within a slot its value stands, ticks.
    private long Bend => Quantity.IsLinear() && !IsInstant ? Step.Ticks / 2 : 0;

    private string SpanText => $"{StartUtc:yyyy-MM-dd HH:mm} to {EndUtc:yyyy-MM-dd HH:mm} UTC";

    private string Rule(TimeSpan step) => Quantity switch
    {
        SignalQuantity.ArrivalsPerSlot => "counts kept",
        _ when Quantity.IsLinear() => "linear, mean over each slot",
        _ => step < Step ? "held" : "time-weighted mean",
    };

    // The slot of an instant, and how far into the slot it is.
    private (int Slot, long Ticks) Locate(DateTimeOffset utc, string parameter)
    {
        if (!IsRepeating && (utc < StartUtc || utc >= EndUtc))
            throw Outside(utc, parameter);
        var ticks = IsRepeating ? WithinYear(utc) : (utc - StartUtc).Ticks;
        return ((int)(ticks / Step.Ticks), ticks % Step.Ticks);
    }

    private long WithinYear(DateTimeOffset utc)
    {
        var ticks = (NoLeapDay(utc.UtcDateTime) - NoLeapDay(StartUtc.UtcDateTime)).Ticks % Year.Ticks;
        return ticks < 0 ? ticks + Year.Ticks : ticks;
    }

    private static DateTime NoLeapDay(DateTime utc) =>
        new DateTime(2001, utc.Month, utc is { Month: 2, Day: 29 } ? 28 : utc.Day, 0, 0, 0, DateTimeKind.Utc) + utc.TimeOfDay;

    private double Interpolated(int slot, double ticks)
    {
        var share = (ticks - Bend) / Step.Ticks;
        var other = Neighbour(slot, share < 0 ? -1 : 1);
        return _values[slot] + Math.Abs(share) * (_values[other] - _values[slot]);
    }

    private int Neighbour(int slot, int direction) =>
        IsRepeating ? (slot + direction + _values.Length) % _values.Length : Math.Clamp(slot + direction, 0, _values.Length - 1);

    private ArgumentOutOfRangeException Outside(DateTimeOffset utc, string parameter) =>
        new(parameter, $"{Name} is known from {SpanText}, not at {utc.UtcDateTime:yyyy-MM-dd HH:mm:ss}.");
}
