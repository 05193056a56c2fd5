using ControlPlane.Fleet.Events;

namespace ControlPlane.Client.Studies;

/// <summary>Names of events, of their values and of other kinds of things in JSON lines and tables.</summary>
internal static class EventNames
{
    /// <summary>The event, or another kind of thing, in lower case with underscores.</summary>
    /// <typeparam name="TKind">The kinds.</typeparam>
    /// <param name="kind">The event.</param>
    public static string Of<TKind>(TKind kind)
        where TKind : struct, Enum =>
        string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>What the event's value is, with its unit.</summary>
    /// <param name="kind">The event.</param>
    /// <returns>Null when it has none.</returns>
    public static string? ValueName(FleetEventKind kind) => kind switch
    {
        FleetEventKind.Submitted => "size_units",
        FleetEventKind.Sent => "transfer_s",
        FleetEventKind.Started or FleetEventKind.Interrupted => "remaining_units",
        FleetEventKind.Completed => "run_energy_j",
        _ => null,
    };
}
