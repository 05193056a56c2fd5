using System.Text.Json;
using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>A JSON file.</summary>
/// <param name="name">Short name.</param>
/// <param name="title">What it is.</param>
/// <param name="header">Its shape.</param>
/// <param name="notes">What one must know.</param>
internal abstract class JsonLayout(string name, string title, string header, string notes) : SignalLayout(name, title, header, notes)
{
    /// <summary>Whether the file has this layout.</summary>
    public abstract bool Fits(JsonElement root);

    /// <summary>Reads the file.</summary>
    public abstract SignalFile Read(JsonText json, ReadContext context);

    /// <summary>A number in the unit of its quantity; null where the file has none.</summary>
    protected static double? Value(JsonText json, JsonElement element, string field, FileUnit unit)
    {
        if (element.ValueKind == JsonValueKind.Null)
            return null;
        if (JsonText.Number(element) is not { } number || !(unit.Convert(number) is var value && value >= unit.Quantity.Least() && value <= unit.Quantity.Greatest()))
            throw json.Wrong(element, field, $"a number in {unit.Range}");
        return value;
    }
}
