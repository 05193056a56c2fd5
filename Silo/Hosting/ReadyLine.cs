using System.Text.Json.Nodes;

namespace ControlPlane.Silo.Hosting;

/// <summary>The one line on stdout that says that a silo takes calls.</summary>
/// <param name="Settings">How it was set up, with the ports that it got.</param>
/// <param name="ProcessId">Its process.</param>
/// <param name="Http">Where its HTTP API listens; null for none.</param>
internal sealed record ReadyLine(SiloSettings Settings, int ProcessId, Uri? Http = null)
{
    private string Storage => Settings.Storage == StorageKind.Postgres ? "postgres" : "memory";

    /// <summary>For people and scripts: <c>ready name=value ...</c>.</summary>
    public string Text =>
        $"ready region={Settings.Region} pid={ProcessId} address={Settings.Address} silo-port={Settings.SiloPort} gateway-port={Settings.GatewayPort} storage={Storage}{(Http is null ? "" : $" http={Http}")}";

    /// <summary>The same as one JSON object.</summary>
    public string Json => Object().ToJsonString();

    private JsonObject Object()
    {
        var ready = Silo();
        if (Http is not null)
            ready["http"] = Http.ToString();
        return ready;
    }

    private JsonObject Silo() => new()
    {
        ["event"] = "ready",
        ["region"] = Settings.Region,
        ["pid"] = ProcessId,
        ["address"] = Settings.Address.ToString(),
        ["siloPort"] = Settings.SiloPort,
        ["gatewayPort"] = Settings.GatewayPort,
        ["storage"] = Storage,
    };
}
