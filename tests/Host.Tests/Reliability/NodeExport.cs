using ControlPlane.Silo.Http;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>
/// What a node shows of its state, as text that two processes of one journal must agree on: everything but what goes on with the clock (energy of what runs, last beats)
/// and what a process counts for itself (decisions since its start).
/// </summary>
internal static class NodeExport
{
    public static async Task<string> Of(NodeApi node)
    {
        var jobs = (await node.Jobs()).Select(j => j with { EnergyJ = j.EndedAt is null ? 0 : j.EnergyJ });
        var sites = (await node.Sites()).Select(s => s with { LastBeatAt = null, EnergyKwh = 0 });
        var policies = (await node.Policies()).Select(p => p with { Decisions = 0, Replaced = 0 });
        var ledger = await node.Ledger();
        var text = System.Text.Encoding.UTF8.GetString(ApiJson.Write(
            new { jobs, sites, policies, ledger = ledger with { EnergyKwh = 0, Sites = [.. ledger.Sites.Select(s => s with { EnergyKwh = 0 })] } }));
        return text.Replace("},{", "},\n{", StringComparison.Ordinal);
    }
}
