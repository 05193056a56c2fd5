using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>A workload, one request a line. Requests are counted in slots of five minutes; the order of lines does not matter, and a slot without lines had no arrivals.</summary>
/// <param name="name">Short name.</param>
/// <param name="title">What it is.</param>
/// <param name="header">The header as it must be.</param>
/// <param name="notes">What one must know.</param>
internal abstract class RequestTrace(string name, string title, string header, string notes)
    : TableLayout(name, title, header, notes + " Arrivals are counted in slots of 5 minutes.")
{
    /// <summary>The column of time.</summary>
    protected abstract string Time { get; }

    /// <summary>The columns whose values are counted, as far as they are there.</summary>
    protected abstract IReadOnlyList<(string Column, string Name)> Tallies { get; }

    /// <summary>Time of a row; null when it has none.</summary>
    protected virtual DateTimeOffset? TimeOf(SignalRows rows, Column time) => rows.Utc(time);

    protected override SignalFile Read(SignalRows rows, Columns columns, ReadContext context)
    {
        var time = columns.Get(Time);
        var arrivals = new ArrivalCount(context, time.Name);
        var tallies = Tallies.Where(t => columns.Has(t.Column)).Select(t => new TallyCount(columns.Get(t.Column), t.Name)).ToList();
        while (rows.Next())
        {
            rows.MustHave(columns.Header.Count);
            if (TimeOf(rows, time) is { } utc)
                arrivals.Add(utc, rows.Line);
            tallies.ForEach(t => t.Add(rows));
        }

        return context.Result("", arrivals.Rows, [arrivals.Series()], [.. tallies.Select(t => t.Tally)]) with { HourOfDayShare = arrivals.HourOfDayShare() };
    }
}
