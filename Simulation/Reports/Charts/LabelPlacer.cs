namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// Places labels beside their points so that no label covers another label or an obstacle. Greedy and deterministic: points with the fewest
/// free neighbours first; for each, positions in growing distance, right and left before above and below.
/// </summary>
public sealed class LabelPlacer
{
    private static readonly double[] AnglesDeg = [0, 180, -45, -135, 45, 135, -90, 90, -20, 20, 160, -160, -70, 70, -110, 110];

    private readonly Box _bounds;
    private readonly List<Box> _hard = [];
    private readonly List<Box> _soft = [];

    /// <summary>A placer for labels inside the given bounds.</summary>
    public LabelPlacer(Box bounds) => _bounds = bounds;

    /// <summary>Adds a place that labels must not cover.</summary>
    public void Forbid(Box box) => _hard.Add(box);

    /// <summary>Adds a place that labels should not cover, such as a line, if there is another.</summary>
    public void Avoid(Box box) => _soft.Add(box);

    /// <summary>The place of each label, in the order given; null for one that has no free place inside the bounds.</summary>
    public IReadOnlyList<Box?> Place(IReadOnlyList<LabelRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var places = new Box?[requests.Count];
        var order = Enumerable.Range(0, requests.Count).OrderByDescending(i => Crowd(requests, i)).ThenBy(i => i);
        foreach (var i in order)
        {
            places[i] = Find(requests[i]);
            if (places[i] is { } place) _hard.Add(place);
        }
        return places;
    }

    private Box? Find(LabelRequest request)
    {
        Box? best = null;
        var bestCost = double.PositiveInfinity;
        var reach = Math.Max(_bounds.Width, _bounds.Height);
        for (double distance = request.Clearance + 3, ring = 0; distance < reach; ring++, distance += 6 + ring)
        {
            for (var a = 0; a < AnglesDeg.Length; a++)
            {
                var box = At(request, AnglesDeg[a], distance);
                if (!_bounds.Contains(box) || _hard.Exists(box.Overlaps)) continue;
                var cost = (ring * 10) + a + (25 * _soft.Count(box.Overlaps));
                if (cost < bestCost) (best, bestCost) = (box, cost);
            }
            // Farther rings only cost more.
            if (bestCost <= (ring + 1) * 10) break;
        }
        return best;
    }

    /// <summary>The label whose nearest edge or corner lies at the given distance and direction from the point.</summary>
    private static Box At(LabelRequest request, double angleDeg, double distance)
    {
        var (cos, sin) = (Math.Cos(angleDeg * Math.PI / 180), Math.Sin(angleDeg * Math.PI / 180));
        var left = request.X + (cos * distance) + (request.Width * ((Snap(cos) - 1) / 2));
        var top = request.Y + (sin * distance) + (request.Height * ((Snap(sin) - 1) / 2));
        return new Box(left, top, request.Width, request.Height);
    }

    /// <summary>-1, 0 or 1: on which side of the point the label hangs.</summary>
    private static double Snap(double direction) => Math.Abs(direction) < 0.3 ? 0 : Math.Sign(direction);

    private static int Crowd(IReadOnlyList<LabelRequest> requests, int index)
    {
        var own = requests[index];
        return requests.Count(r => Math.Abs(r.X - own.X) < own.Width && Math.Abs(r.Y - own.Y) < 2 * own.Height);
    }
}
