using System.Runtime.InteropServices;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Counts arrivals in slots of five minutes and in hours of the day.</summary>
/// <param name="context">The reading.</param>
/// <param name="timeField">Name of the column of time.</param>
internal sealed class ArrivalCount(ReadContext context, string timeField)
{
    private const int MaxSlots = 4_000_000;
    private static readonly TimeSpan Slot = TimeSpan.FromMinutes(5);
    private readonly Dictionary<long, int> _slots = [];
    private readonly int[] _hours = new int[24];

    public int Rows { get; private set; }

    public void Add(DateTimeOffset utc, int line)
    {
        Rows++;
        _hours[utc.Hour]++;
        CollectionsMarshal.GetValueRefOrAddDefault(_slots, utc.UtcTicks / Slot.Ticks, out _)++;
        if (_slots.Count > MaxSlots)
            throw context.Problem($"arrivals in more than {MaxSlots} slots of five minutes", line, timeField);
    }

    public double[] HourOfDayShare() => Array.ConvertAll(_hours, h => (double)h / Rows);

    public SignalSeries Series()
    {
        if (Rows == 0)
            throw context.Problem("no row has a time", 1, timeField);
        var (first, last) = (_slots.Keys.Min(), _slots.Keys.Max());
        if (last - first >= MaxSlots)
            throw context.Problem($"the first and the last arrival are {(last - first) * Slot.TotalDays:0} days apart; at most {MaxSlots * Slot.TotalDays:0} are read", 1, timeField);
        var values = new double[last - first + 1];
        foreach (var (slot, count) in _slots)
            values[slot - first] = count;
        var start = new DateTimeOffset(first * Slot.Ticks, TimeSpan.Zero);
        var source = context.Source("", Rows, start, start + Slot * (values.Length - 1), "counted in slots of 5 minutes", 0);
        var series = new SignalSeries("arrivals", SignalQuantity.ArrivalsPerSlot, start, Slot, values, source);
        return context.Options.Step is { } step ? series.Resample(step) : series;
    }
}
