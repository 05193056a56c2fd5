using System.Globalization;

namespace ControlPlane.Client.Training;

/// <summary>Processor time of the thread that asks.</summary>
internal static class ThreadTime
{
    private const string Source = "/proc/thread-self/stat";
    private const double TicksPerS = 100;

    // proc(5): the fields of user and system time, counted behind the name in brackets.
    private const int UserField = 11;

    /// <summary>Seconds so far; NaN where the system does not tell.</summary>
    public static double NowS()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Source))
            return double.NaN;
        var text = File.ReadAllText(Source);
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (Ticks(fields[UserField]) + Ticks(fields[UserField + 1])) / TicksPerS;
    }

    private static long Ticks(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
