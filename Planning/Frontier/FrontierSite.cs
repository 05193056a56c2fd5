namespace ControlPlane.Planning.Frontier;

/// <summary>A site of the frontier problem.</summary>
/// <param name="Name">Unique name, used in messages.</param>
/// <param name="Gpus">GPUs available; a fraction where it is an average over time, 0 for a lost site.</param>
/// <param name="SleepW">Power of a GPU without work, W, at least 0.</param>
/// <param name="Points">The ways to run a job here.</param>
public sealed record FrontierSite(string Name, double Gpus, double SleepW, IReadOnlyList<OperatingPoint> Points)
{
    /// <summary>Throws unless every number is in its range.</summary>
    internal void Check()
    {
        if (!(Gpus >= 0 && double.IsFinite(Gpus))) throw Fault(nameof(Gpus), Gpus, "at least 0");
        if (!(SleepW >= 0 && double.IsFinite(SleepW))) throw Fault(nameof(SleepW), SleepW, "at least 0 W");
        for (int k = 0; k < Points.Count; k++)
        {
            OperatingPoint point = Points[k];
            if (point.Gpus < 1) throw Fault($"point {k}, {nameof(point.Gpus)}", point.Gpus, "at least 1");
            if (!(point.PowerW >= 0 && double.IsFinite(point.PowerW))) throw Fault($"point {k}, {nameof(point.PowerW)}", point.PowerW, "at least 0 W");
            if (!(point.SecondsPerUnit > 0 && double.IsFinite(point.SecondsPerUnit)))
                throw Fault($"point {k}, {nameof(point.SecondsPerUnit)}", point.SecondsPerUnit, "above 0 s");
        }
    }

    private ArgumentException Fault(string field, double value, string range) =>
        new($"Site {Name}, {field}: {value} is not allowed, it must be {range} and finite.");
}
