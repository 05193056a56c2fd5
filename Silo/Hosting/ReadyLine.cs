using System.Text.Json.Nodes;

namespace ControlPlane.Silo.Hosting;

/// <summary>The one line on stdout that says that a silo takes calls.</summary>
/// <param name="Settings">How it was set up, with the ports that it got.</param>
/// <param name="ProcessId">Its process.</param>
internal sealed record ReadyLine(SiloSettings Settings, int ProcessId)
{
    private string Storage => Settings.Storage == StorageKind.Postgres ? "postgres" : "memory";

    /// <summary>For people and scripts: <c>ready name=value ...</c>.</summary>
    public string Text =>
        $"ready region={Settings.Region} pid={ProcessId} address={Settings.Address} silo-port={Settings.SiloPort} gateway-port={Settings.GatewayPort} storage={Storage}";

    /// <summary>The same as one JSON object.</summary>
    public string Json => new JsonObject
    {
        ["event"] = "ready",
        ["region"] = Settings.Region,
        ["pid"] = ProcessId,
        ["address"] = Settings.Address.ToString(),
        ["siloPort"] = Settings.SiloPort,
        ["gatewayPort"] = Settings.GatewayPort,
        ["storage"] = Storage,
    }.ToJsonString();
}
