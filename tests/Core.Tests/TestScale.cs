using System.Runtime.CompilerServices;

namespace ControlPlane.Core.Tests;

/// <summary>
/// Reduced counts by default, the full ones of the bars with <c>./test --long</c>. Every count that is used is written to the file that
/// CONTROLPLANE_TEST_COUNTS names, and <c>./test</c> prints them.
/// </summary>
internal static class TestScale
{
    private static readonly string? CountsFile = Environment.GetEnvironmentVariable("CONTROLPLANE_TEST_COUNTS");
    private static readonly Lock Gate = new();

    public static bool IsLong => Environment.GetEnvironmentVariable("CONTROLPLANE_TEST_SCALE") == "long";

    public static int Pick(int reduced, int full, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var count = IsLong ? full : reduced;
        if (CountsFile is not null)
        {
            lock (Gate)
                File.AppendAllText(CountsFile, $"{Path.GetFileNameWithoutExtension(file)}.{test}: {count} of {full}\n");
        }

        return count;
    }
}
