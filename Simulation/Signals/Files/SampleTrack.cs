using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Signals.Files;

/// <summary>
/// The values of one signal as they are read, in order of time. At the end they become a series with one step: twice the same time, time that runs backward and gaps above two hours
/// are refused; a shorter gap is filled (the last value holds; weather runs linearly) and counted.
/// </summary>
/// <param name="context">The reading.</param>
/// <param name="name">How reports call the signal.</param>
/// <param name="unit">Unit of the values in the file.</param>
/// <param name="timeField">Name of the column of time, for messages.</param>
internal sealed class SampleTrack(ReadContext context, string name, FileUnit unit, string timeField)
{
    private const int MaxSlots = 20_000_000;
    private static readonly TimeSpan MaxGap = TimeSpan.FromHours(2);
    private readonly List<Sample> _samples = [];
    private bool _isSorted = true;

    /// <summary>Time of the last sample, with a value or without one.</summary>
    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Number of rows, with a value or without one.</summary>
    public int Rows { get; private set; }

    /// <summary>Where the values lie.</summary>
    public SampleKind Kind { get; init; } = SampleKind.SlotStart;

    /// <summary>Step of the file where the layout says it; null = the most frequent difference.</summary>
    public TimeSpan? Step { get; init; }

    /// <summary>True where the market writes its rows in no order: they are put in order first. Only times in UTC can be.</summary>
    public bool MayBeUnordered { get; init; }

    /// <summary>Takes the next row.</summary>
    /// <param name="utc">Its time.</param>
    /// <param name="value">Its value; null when it has none.</param>
    /// <param name="line">Its line.</param>
    public void Add(DateTimeOffset utc, double? value, int line)
    {
        Rows++;
        if (utc <= Last)
        {
            if (!MayBeUnordered)
                throw Wrong(line, utc == Last ? $"{Text(utc)} comes twice" : $"time runs backward: {Text(utc)} comes after {Text(Last)}");
            _isSorted = false;
        }

        Last = utc;
        if (value is { } number)
            _samples.Add(new(utc, number, line));
    }

    /// <summary>The series.</summary>
    /// <param name="zone">Zone of the rows.</param>
    public SignalSeries Series(string zone)
    {
        if (!_isSorted)
            Sort();
        if (_samples.Count < 2)
            throw context.Problem($"{name}: {_samples.Count} values are no series; at least 2 are needed");
        var step = Step ?? MostFrequentStep();
        CheckGaps(step);
        var samples = Kind == SampleKind.SlotEnd ? SlotEnds.ToStarts(_samples, step) : _samples;
        var (values, filled) = SlotFilling.Fill(samples, step, unit.Quantity.IsLinear(), OffGrid);
        var conversion = _isSorted ? unit.Conversion : $"put in order of time; {unit.Conversion}";
        var source = context.Source(zone, Rows, samples[0].Utc, samples[^1].Utc, conversion, filled);
        var series = new SignalSeries(name, unit.Quantity, samples[0].Utc, step, values, source) { IsInstant = Kind == SampleKind.Instant };
        return context.Options.Step is { } wanted ? series.Resample(wanted) : series;
    }

    private void Sort()
    {
        _samples.Sort((a, b) => (a.Utc, a.Line).CompareTo((b.Utc, b.Line)));
        for (var i = 1; i < _samples.Count; i++)
        {
            if (_samples[i].Utc == _samples[i - 1].Utc)
                throw Wrong(_samples[i].Line, $"{Text(_samples[i].Utc)} comes twice: also in line {_samples[i - 1].Line}");
        }
    }

    private TimeSpan MostFrequentStep()
    {
        var counts = new Dictionary<long, int>();
        for (var i = 1; i < _samples.Count; i++)
        {
            var ticks = (_samples[i].Utc - _samples[i - 1].Utc).Ticks;
            counts[ticks] = counts.GetValueOrDefault(ticks) + 1;
        }

        // Of steps that come as often as each other the shorter one: the longer ones are gaps.
        return new(counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key);
    }

    private void CheckGaps(TimeSpan step)
    {
        if (step < TimeSpan.FromSeconds(1) || step > TimeSpan.FromDays(1))
            throw context.Problem($"{name}: the step is {step:c}; it must be from 1 s to 1 day", _samples[1].Line, timeField);
        long slots = 0;
        for (var i = 1; i < _samples.Count; i++)
        {
            var difference = _samples[i].Utc - _samples[i - 1].Utc;
            slots += Math.Max(1, difference / step is var count and < MaxSlots ? (long)count : MaxSlots);
            if (difference - step > MaxGap)
                throw Wrong(_samples[i].Line, $"{name} has a gap of {difference - step:c} from {Text(_samples[i - 1].Utc + step)} to {Text(_samples[i].Utc)}; at most 2 hours are filled");
            if (slots > MaxSlots)
                throw context.Problem($"{name}: more than {MaxSlots} slots of {step:c}", _samples[i].Line, timeField);
        }
    }

    private ScenarioException OffGrid(Sample sample, TimeSpan step) =>
        Wrong(sample.Line, $"{Text(sample.Utc)} is not a whole number of steps of {step:c} after {Text(_samples[0].Utc)}");

    private ScenarioException Wrong(int line, string message) => context.Problem(message, line, timeField);

    private static string Text(DateTimeOffset utc) => $"{utc:yyyy-MM-dd HH:mm:ss} UTC";
}
