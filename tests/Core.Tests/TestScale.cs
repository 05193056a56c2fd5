namespace ControlPlane.Core.Tests;

/// <summary>Reduced counts by default, the full ones of the bars with <c>./test --long</c>.</summary>
internal static class TestScale
{
    public static bool IsLong => Environment.GetEnvironmentVariable("CONTROLPLANE_TEST_SCALE") == "long";

    public static int Pick(int reduced, int full) => IsLong ? full : reduced;
}
