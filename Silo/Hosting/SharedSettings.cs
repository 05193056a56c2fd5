namespace ControlPlane.Silo.Hosting;

/// <summary>What every carrier is told.</summary>
/// <param name="Region">Name of the region; of a node, its own.</param>
/// <param name="Connection">Connection string; null for none.</param>
/// <param name="LogLevel">The least level that is logged.</param>
/// <param name="Json">Whether the ready line is JSON.</param>
internal sealed record SharedSettings(string Region, string? Connection, string LogLevel, bool Json);
