using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.Joint.Programs;

/// <summary>
/// The pairs of rows that make import and export, or charging and discharging, exclude one another: a ≤ most · b and c ≤ most · (1 - b). With prices as they normally are no
/// optimum does both at once, so that pairs are asked for only where one did.
/// </summary>
internal sealed class ExclusionRows
{
    private readonly Dictionary<(int Site, int Slot), Pair> _grid = [];
    private readonly Dictionary<(int Site, int Slot), Pair> _storage = [];

    public ExclusionRows(LinearProgram linear, JointInstance instance, JointSettings settings)
    {
        foreach (var (s, t) in settings.ExclusiveGrid.Order())
            _grid[(s, t)] = new Pair(linear, instance.Sites[s].ImportMw, instance.Sites[s].ExportMw, $"grid {instance.Sites[s].Name} {t}");
        foreach (var (s, t) in settings.ExclusiveStorage.Order().Where(at => instance.Sites[at.Site].Storage is not null))
            _storage[(s, t)] = new Pair(linear, instance.Sites[s].Storage!.PowerMw, instance.Sites[s].Storage!.PowerMw, $"battery {instance.Sites[s].Name} {t}");
    }

    public int Import(int site, int slot) => _grid.TryGetValue((site, slot), out var pair) ? pair.First : JointRows.None;

    public int Export(int site, int slot) => _grid.TryGetValue((site, slot), out var pair) ? pair.Second : JointRows.None;

    public int Charge(int site, int slot) => _storage.TryGetValue((site, slot), out var pair) ? pair.First : JointRows.None;

    public int Discharge(int site, int slot) => _storage.TryGetValue((site, slot), out var pair) ? pair.Second : JointRows.None;

    /// <summary>Adds the binary of every pair.</summary>
    public void AddBinaries(ColumnWriter writer)
    {
        foreach (var pair in _grid.Values.Concat(_storage.Values))
            pair.Column = writer.In(pair.First, -pair.MostFirst).In(pair.Second, pair.MostSecond).AddBinary(0, 0, 1, pair.Name);
    }

    /// <summary>Sets the binaries of a point whose other values are there.</summary>
    public void Complete(double[] values, EnergyColumns energy)
    {
        foreach (var ((s, t), pair) in _grid)
            values[pair.Column] = values[energy.Import[s] + t] > 0 ? 1 : 0;
        foreach (var ((s, t), pair) in _storage)
            values[pair.Column] = values[energy.Charge[s] + t] > 0 ? 1 : 0;
    }

    private sealed class Pair(LinearProgram linear, double mostFirst, double mostSecond, string name)
    {
        public string Name => $"way of {name}";

        public double MostFirst => mostFirst;

        public double MostSecond => mostSecond;

        public int First { get; } = linear.AddRowAtMost(0, $"in {name}");

        public int Second { get; } = linear.AddRowAtMost(mostSecond, $"out {name}");

        public int Column { get; set; }
    }
}
