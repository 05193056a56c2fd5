using ControlPlane.Simulation.Signals.Files;

namespace ControlPlane.Core.Tests.Signals;

/// <summary>Small files, one for each layout, made for the tests.</summary>
internal static class Golden
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Core.Tests", "Signals", "Golden");

    public static SignalFile Read(string name, SignalReadOptions? options = null) => SignalReader.Read(Path.Combine(Folder, name), options);

    public static SignalFile Parse(string text, string name = "test.csv", SignalReadOptions? options = null) =>
        SignalReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), name, options);

    public static DateTimeOffset Utc(int year, int month, int day, int hour = 0, int minute = 0) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
