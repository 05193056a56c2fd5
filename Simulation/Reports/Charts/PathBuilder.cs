using System.Globalization;
using System.Text;

namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// Writes SVG path data with relative coordinates in tenths of a unit. Each point is rounded before the difference is taken,
/// so rounding errors do not add up along a path.
/// </summary>
internal sealed class PathBuilder
{
    private readonly StringBuilder _data = new();
    private long _x;
    private long _y;
    private char _command;

    public bool IsEmpty => _data.Length == 0;

    public PathBuilder MoveTo(double x, double y)
    {
        (_x, _y) = (Tenths(x), Tenths(y));
        _command = 'M';
        _data.Append('M');
        Number(_x, first: true);
        Number(_y, first: false);
        return this;
    }

    public PathBuilder LineTo(double x, double y)
    {
        var (dx, dy) = (Tenths(x) - _x, Tenths(y) - _y);
        if (dx == 0 && dy == 0) return this;
        if (dy == 0) Relative('h', dx);
        else if (dx == 0) Relative('v', dy);
        else
        {
            Relative('l', dx);
            Number(dy, first: false);
        }
        (_x, _y) = (_x + dx, _y + dy);
        return this;
    }

    public PathBuilder Close()
    {
        _data.Append('z');
        _command = 'z';
        return this;
    }

    public override string ToString() => _data.ToString();

    private void Relative(char command, long delta)
    {
        if (_command == command)
        {
            Number(delta, first: false);
            return;
        }
        _data.Append(command);
        _command = command;
        Number(delta, first: true);
    }

    private void Number(long tenths, bool first)
    {
        // A minus sign separates numbers by itself.
        if (!first && tenths >= 0) _data.Append(' ');
        _data.Append((tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture));
    }

    private static long Tenths(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException("A coordinate must be finite.", nameof(value));
        return (long)Math.Round(value * 10, MidpointRounding.AwayFromZero);
    }
}
