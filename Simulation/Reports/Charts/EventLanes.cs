namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Stacks the labels of event markers in as few rows above the plotting area as keep them apart.</summary>
internal static class EventLanes
{
    private const double RowHeight = 15;

    /// <summary>The visible events in order of time, each with a row in which its label is free.</summary>
    public static IReadOnlyList<EventLane> Assign(IReadOnlyList<EventMarker> events, PlotFrame frame)
    {
        var lanes = new List<EventLane>();
        var taken = new List<List<(double From, double To)>>();
        foreach (var marker in events.Where(e => IsVisible(e, frame)).OrderBy(e => e.X))
        {
            var x = Math.Max(frame.Plot.X, frame.X.Map(marker.X));
            var text = TextMetrics.Fit(marker.Label, frame.Plot.Width);
            var width = TextMetrics.Width(text);
            var fitsRight = x + width <= frame.Plot.Right;
            var from = fitsRight ? x : Math.Max(frame.Plot.X, x - width);
            var row = taken.FindIndex(r => r.TrueForAll(t => from >= t.To + 8 || from + width <= t.From - 8));
            if (row < 0)
            {
                row = taken.Count;
                taken.Add([]);
            }
            taken[row].Add((from, from + width));
            lanes.Add(new EventLane(marker, row, fitsRight ? from : from + width, fitsRight ? "start" : "end", text));
        }
        return lanes;
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
            canvas.Text(lane.TextX, baseline, lane.Text, "t2 halo", lane.Anchor);
            canvas.Close();
        }
    }

    private static bool IsVisible(EventMarker marker, PlotFrame frame) =>
        marker.X <= frame.X.High && (marker.EndX ?? marker.X) >= frame.X.Low && double.IsFinite(frame.X.Map(marker.X));
}
