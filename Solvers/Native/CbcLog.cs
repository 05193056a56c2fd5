using System.Globalization;
using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Solvers.Native;

/// <summary>
/// Reads progress off CBC's log: the incumbents it announces, and the relaxation as the bound. The bounds of its search are left alone, because those of
/// the small searches of its heuristics look the same and hold for a part only.
/// </summary>
internal sealed class CbcLog(Action<RawProgress> progress)
{
    private const string Relaxation = "Optimal - objective value";
    private const string Found = "Integer solution of";

    private double _incumbent = double.NaN;
    private double _bound = double.NegativeInfinity;

    public void Read(string line)
    {
        if (double.IsNegativeInfinity(_bound) && After(line, Relaxation) is { } bound) _bound = bound;
        else if (After(line, Found) is { } objective && !(objective >= _incumbent)) _incumbent = objective;
        else return;
        progress(new RawProgress(_incumbent, _bound, Nodes: null));
    }

    private static double? After(string line, string label)
    {
        var at = line.IndexOf(label, StringComparison.Ordinal);
        if (at < 0) return null;
        var word = line[(at + label.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
