using System.Globalization;

namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// Hands out the ids of one document from a counter, so that ids never collide inside it and the same content gives the same bytes.
/// One instance per document; not thread-safe.
/// </summary>
/// <param name="prefix">What every id starts with: a letter, then letters and digits.</param>
public sealed class IdSource(string prefix = "c")
{
    private int _last;

    /// <summary>The next id: prefix and a number, from 1 upwards.</summary>
    public string Next() => prefix + (++_last).ToString(CultureInfo.InvariantCulture);
}
