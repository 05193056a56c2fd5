using ControlPlane.Simulation.Signals;

namespace ControlPlane.Core.Tests.Signals;

/// <summary>Small signals for tests.</summary>
internal static class TestSignals
{
    public static DateTimeOffset Start { get; } = new(2023, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static SignalSource Source { get; } = new("test", "", "synthetic", "", 0, Start, Start, "", 0);

    public static SignalSeries Hourly(SignalQuantity quantity, params double[] values) => new("test", quantity, Start, TimeSpan.FromHours(1), values, Source);
}
