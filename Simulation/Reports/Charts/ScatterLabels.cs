namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>Places and draws the labels of points, curves and regions of a scatter chart.</summary>
internal static class ScatterLabels
{
    public const double MarkerRadius = 5;

    private const double Height = 15;
    private const double LeaderFrom = 18;

    /// <summary>Draws what fits; returns the names of what does not.</summary>
    public static IReadOnlyList<string> Draw(SvgCanvas canvas, PlotFrame frame, IReadOnlyList<ScatterPoint> points, IReadOnlyList<ScatterCurve> curves)
    {
        var placer = new LabelPlacer(frame.Plot);
        var requests = new List<LabelRequest>();
        var texts = new List<(string Text, string Css)>();
        foreach (var point in points) AddPoint(frame, point, placer, requests, texts);
        foreach (var curve in curves) AddCurve(frame, curve, placer, requests, texts);

        var places = placer.Place(requests);
        var unplaced = new List<string>();
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i] is { } place) DrawLabel(canvas, requests[i], place, texts[i].Text, texts[i].Css);
            else unplaced.Add(texts[i].Text);
        }
        return unplaced;
    }

    private static void AddPoint(PlotFrame frame, ScatterPoint point, LabelPlacer placer, List<LabelRequest> requests, List<(string, string)> texts)
    {
        var (x, y) = (frame.X.Map(point.X), frame.Y.Map(point.Y));
        placer.Forbid(new Box(x - MarkerRadius - 1, y - MarkerRadius - 1, 2 * (MarkerRadius + 1), 2 * (MarkerRadius + 1)));
        var (left, right) = (frame.X.Map(point.XLow), frame.X.Map(point.XHigh));
        if (double.IsFinite(left + right)) placer.Forbid(new Box(left, y - 3, right - left, 6));
        var (low, high) = (frame.Y.Map(point.YLow), frame.Y.Map(point.YHigh));
        if (double.IsFinite(low + high)) placer.Forbid(new Box(x - 3, high, 6, low - high));
        requests.Add(new LabelRequest(x, y, TextMetrics.Width(point.Name) + 2, Height, MarkerRadius));
        texts.Add((point.Name, "t halo"));
    }

    /// <summary>The curve is named near a third of its way, its region at the middle of what lies below it.</summary>
    private static void AddCurve(PlotFrame frame, ScatterCurve curve, LabelPlacer placer, List<LabelRequest> requests, List<(string, string)> texts)
    {
        var points = curve.X.Zip(curve.Y, (x, y) => (X: frame.X.Map(x), Y: frame.Y.Map(y)))
            .Where(p => double.IsFinite(p.X + p.Y) && frame.Plot.Contains(new Box(p.X, p.Y, 0, 0))).ToArray();
        if (points.Length == 0) return;
        for (var i = 1; i < points.Length; i++) AvoidSegment(placer, points[i - 1], points[i]);
        var anchor = points[points.Length / 3];
        requests.Add(new LabelRequest(anchor.X, anchor.Y, TextMetrics.Width(curve.Name) + 2, Height, 3));
        texts.Add((curve.Name, "ti halo"));
        if (curve.RegionLabel.Length == 0) return;
        var centre = points[points.Length / 2];
        requests.Add(new LabelRequest(centre.X, (centre.Y + frame.Plot.Bottom) / 2, TextMetrics.Width(curve.RegionLabel) + 2, Height, -Height));
        texts.Add((curve.RegionLabel, "t2 halo"));
    }

    private static void AvoidSegment(LabelPlacer placer, (double X, double Y) from, (double X, double Y) to)
    {
        var parts = Math.Max(1, (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / 6));
        for (var i = 0; i <= parts; i++)
        {
            var t = (double)i / parts;
            placer.Avoid(new Box(from.X + (t * (to.X - from.X)) - 1, from.Y + (t * (to.Y - from.Y)) - 1, 2, 2));
        }
    }

    private static void DrawLabel(SvgCanvas canvas, LabelRequest request, Box place, string text, string css)
    {
        var nearX = Math.Clamp(request.X, place.X, place.Right);
        var nearY = Math.Clamp(request.Y, place.Y + 2, place.Bottom - 2);
        var distance = Math.Sqrt(((nearX - request.X) * (nearX - request.X)) + ((nearY - request.Y) * (nearY - request.Y)));
        if (distance > LeaderFrom) canvas.Line(request.X, request.Y, nearX, nearY, "lead");
        canvas.Text(place.X + 1, place.Y + 11, text, css);
    }
}
