namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Stacks the labels of event markers in as few rows above the plotting area as keep them apart.</summary>
internal static class EventLanes
{
    private const double RowHeight = 15;

    /// <summary>
    /// The visible events, each with a row in which its label is free. Rows fill from the right, so that the line of an event passes
    /// left of the labels below its own; labels that hang to the left, at the right edge, come last for the same reason.
    /// </summary>
    public static IReadOnlyList<EventLane> Assign(IReadOnlyList<EventMarker> events, PlotFrame frame)
    {
        var visible = events.Where(e => IsVisible(e, frame)).Select(e => Hang(e, frame)).ToArray();
        var lanes = new List<EventLane>();
        var taken = new List<List<(double From, double To)>>();
        foreach (var lane in visible.OrderBy(l => l.Anchor == "end").ThenByDescending(l => l.TextX))
        {
            var width = TextMetrics.Width(lane.Text);
            var from = lane.Anchor == "end" ? lane.TextX - width : lane.TextX;
            var row = taken.FindIndex(r => r.TrueForAll(t => from >= t.To + 8 || from + width <= t.From - 8));
            if (row < 0)
            {
                row = taken.Count;
                taken.Add([]);
            }
            taken[row].Add((from, from + width));
            lanes.Add(lane with { Row = row });
        }
        return lanes;
    }

    private static EventLane Hang(EventMarker marker, PlotFrame frame)
    {
        var x = Math.Max(frame.Plot.X, frame.X.Map(marker.X));
        var text = TextMetrics.Fit(marker.Label, frame.Plot.Width);
        var width = TextMetrics.Width(text);
        var fitsRight = x + width <= frame.Plot.Right;
        return new EventLane(marker, 0, fitsRight ? x : Math.Max(frame.Plot.X + width, x), fitsRight ? "start" : "end", text);
    }

    /// <summary>The height all rows take.</summary>
    public static double Height(IReadOnlyList<EventLane> lanes) => lanes.Count == 0 ? 0 : ((lanes.Max(l => l.Row) + 1) * RowHeight) + 3;

    public static void Draw(SvgCanvas canvas, IReadOnlyList<EventLane> lanes, PlotFrame frame)
    {
        var plot = frame.Plot;
        foreach (var lane in lanes)
        {
            var x = Math.Max(plot.X, frame.X.Map(lane.Event.X));
            var baseline = plot.Y - 5 - (lane.Row * RowHeight);
            canvas.Open("event", lane.Event.Label);
            if (lane.Event.EndX is { } end)
            {
                var right = Math.Min(plot.Right, frame.X.Map(end));
                if (right > x) canvas.Rect(new Box(x, plot.Y, right - x, plot.Height), "evband");
            }
            canvas.Line(x, baseline + 2, x, plot.Bottom, "ev");
            canvas.Close();
        }
        foreach (var lane in lanes)
            canvas.Text(lane.TextX, plot.Y - 5 - (lane.Row * RowHeight), lane.Text, "t2 halo", lane.Anchor);
    }

    private static bool IsVisible(EventMarker marker, PlotFrame frame) =>
        marker.X <= frame.X.High && (marker.EndX ?? marker.X) >= frame.X.Low && double.IsFinite(frame.X.Map(marker.X));
}
