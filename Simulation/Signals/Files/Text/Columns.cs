using ControlPlane.Simulation.Scenarios.Files;

namespace ControlPlane.Simulation.Signals.Files.Text;

/// <summary>A header: which column has which name. Names are compared without case, outer blanks and the small 2 of CO₂.</summary>
internal sealed class Columns
{
    private readonly Dictionary<string, int> _index = [];
    private readonly HashSet<string> _twice = [];

    public Columns(IReadOnlyList<string> header)
    {
        Header = header;
        for (var i = 0; i < header.Count; i++)
        {
            if (!_index.TryAdd(Key(header[i]), i))
                _twice.Add(Key(header[i]));
        }
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>Whether there is a column of one of these names, given as <c>name|other name</c>.</summary>
    public bool Has(string names) => Find(names) is not null;

    /// <summary>The column of the first of these names that there is; null when there is none.</summary>
    public Column? Find(string names)
    {
        foreach (var name in names.Split('|'))
        {
            if (_index.TryGetValue(Key(name), out var index))
                return new Column(index, Header[index].Trim());
        }

        return null;
    }

    /// <summary>The column of one of these names, which is there.</summary>
    public Column Get(string names) => Find(names) ?? throw new InvalidOperationException($"The layout was recognised without its column {names}.");

    /// <summary>A name that a layout needs and that comes twice, so that nobody can say which column is meant.</summary>
    public string? Twice(IEnumerable<string> needed) => needed.SelectMany(n => n.Split('|')).FirstOrDefault(n => _twice.Contains(Key(n)));

    public override string ToString() => string.Join(", ", Header.Take(16).Select(Shown.Quote)) + (Header.Count > 16 ? $", … ({Header.Count} in all)" : "");

    private static string Key(string name) => name.Trim().TrimStart('\uFEFF').Replace('₂', '2').ToLowerInvariant();
}
