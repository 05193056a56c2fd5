namespace ControlPlane.Fleet.Control;

/// <summary>How a host is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Carrier"><c>embedded</c> or <c>orleans</c>.</param>
/// <param name="IsReady">Whether it takes work: its state is loaded and its storage writes.</param>
/// <param name="Detail">Why not, for people.</param>
/// <param name="StartedAt">When this process began.</param>
/// <param name="Ingresses">Names of the ingresses.</param>
/// <param name="Live">Jobs that have not ended.</param>
/// <param name="Capacity">The most it may have.</param>
public sealed record HostView(
    string Name, string Carrier, bool IsReady, string Detail, DateTimeOffset StartedAt, IReadOnlyList<string> Ingresses, long Live, long Capacity);
