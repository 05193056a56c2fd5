using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Simulation.Reports.Plans;

/// <summary>A plan as its report looks at it.</summary>
internal sealed class PlanView
{
    private const double HourS = 3600;

    public PlanView(JointInstance instance, JointResult result)
    {
        if (result is not { Plan: { } plan, Account: { } account })
            throw new ArgumentException("There is no plan to report on.", nameof(result));
        (Instance, Result, Plan, Account) = (instance, result, plan, account);
        Time = new Axis("time", "", AxisKind.Time) { Low = 0, High = instance.Slots * SlotS };
        Edges = [.. Enumerable.Range(0, instance.Slots + 1).Select(t => t * SlotS)];
    }

    public JointInstance Instance { get; }

    public JointResult Result { get; }

    public JointPlan Plan { get; }

    public PlanAccount Account { get; }

    public double SlotS => HourS * Instance.SlotHours;

    /// <summary>The horizon in seconds.</summary>
    public Axis Time { get; }

    /// <summary>Where slots begin, and the end of the last.</summary>
    public IReadOnlyList<double> Edges { get; }

    public IEnumerable<int> Sites => Enumerable.Range(0, Instance.Sites.Count);

    public string Name(int site) => Instance.Sites[site].Name;

    /// <summary>A line of values that hold over their slots.</summary>
    public LineSeries Line(string name, int slot, IEnumerable<double> bySlot)
    {
        double[] values = [.. bySlot];
        return new LineSeries(name, slot, Edges, [.. values, values[^1]]);
    }

    /// <summary>A chart of lines over the horizon.</summary>
    public LineChart Lines(string title, Axis y, IEnumerable<LineSeries> lines) => new(new(title, $"{title} over the horizon.", Time, y, [.. lines]) { Step = true });

    /// <summary>A chart with a line a site.</summary>
    public LineChart EachSite(string title, Axis y, Func<int, IEnumerable<double>> bySlot) =>
        new(new(title, $"{title}, a line a site, over the horizon.", Time, y, [.. Sites.Select(s => Line(Name(s), s, bySlot(s)))]) { Step = true });
}
