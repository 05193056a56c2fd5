using System.Globalization;
using System.Runtime.InteropServices;
using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Counts the values of one column. Numbers that are equal are one value: 30 and 30.0.</summary>
/// <param name="column">The column.</param>
/// <param name="name">How the count is called.</param>
internal sealed class TallyCount(Column column, string name)
{
    private const int MostValues = 1_000_000;
    private readonly Dictionary<string, int> _counts = [];

    public SignalTally Tally => new(name, [.. _counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key)]);

    public void Add(SignalRows rows)
    {
        var text = rows.Span(column.Index).Trim();
        if (SignalRows.IsMissing(text))
            text = SignalTally.Missing;
        else if (text.EndsWith(".0", StringComparison.Ordinal) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            text = text[..^2];
        if (_counts.Count == MostValues)
            throw rows.Problem(column.Name, $"more than {MostValues} different values");
        CollectionsMarshal.GetValueRefOrAddDefault(_counts.GetAlternateLookup<ReadOnlySpan<char>>(), text, out _)++;
    }
}
