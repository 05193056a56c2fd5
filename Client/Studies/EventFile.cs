using System.Globalization;
using System.Text;
using ControlPlane.Client.Hosting;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Events;

namespace ControlPlane.Client.Studies;

/// <summary>Writes an event log as JSON lines: the canonical events, with names and clocks instead of indices.</summary>
internal sealed class EventFile : IEventSink, IDisposable
{
    private readonly FleetModel _fleet;
    private readonly StreamWriter _writer;
    private readonly string[] _kinds = [.. Enumerable.Range(0, 32).Select(k => EventNames.Of((FleetEventKind)k))];

    /// <summary>Makes the file, replacing an old one.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="fleet">For the names.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public EventFile(string path, FleetModel fleet)
    {
        _fleet = fleet;
        try
        {
            _writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"--events: cannot write '{path}': {e.Message}");
        }
    }

    public void Record(in FleetEvent entry)
    {
        var text = new StringBuilder(160);
        text.Append(CultureInfo.InvariantCulture, $"{{\"time_s\":{entry.TimeS:R},\"event\":\"{_kinds[(int)entry.Kind]}\"");
        if (entry.Job.Value > 0)
            text.Append(CultureInfo.InvariantCulture, $",\"job\":{entry.Job.Value}");
        if (entry.Ingress >= 0)
            text.Append(",\"ingress\":\"").Append(Escape(_fleet.Ingresses[entry.Ingress])).Append('"');
        if (entry.Site >= 0)
            text.Append(",\"site\":\"").Append(Escape(_fleet.Sites[entry.Site].Name)).Append('"');
        if (entry.Allocation.Gpus > 0)
        {
            var clock = _fleet.Tables[entry.Site].Clocks[entry.Allocation.ClockLevel];
            text.Append(CultureInfo.InvariantCulture, $",\"gpus\":{entry.Allocation.Gpus},\"clock\":{clock:R}");
        }

        if (EventNames.ValueName(entry.Kind) is { } name)
            text.Append(CultureInfo.InvariantCulture, $",\"{name}\":{entry.Value:R}");
        _writer.WriteLine(text.Append('}'));
    }

    public void Dispose() => _writer.Dispose();

    private static string Escape(string text) => System.Text.Json.JsonEncodedText.Encode(text).ToString();
}
