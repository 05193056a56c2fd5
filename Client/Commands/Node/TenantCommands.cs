using System.CommandLine;
using System.Globalization;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>tenants</c>, <c>quota TENANT N|none</c>: who has jobs at a node, and how many each may have.</summary>
internal static class TenantCommands
{
    private const string NoQuota = "none";
    private const int MostQuota = 1_000_000;

    /// <summary>Defines <c>tenants</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand List(CliServices services) =>
        new CliCommand("tenants", "Show the tenants of a node, their jobs and their quotas.")
        {
            Section = CommandSection.Live,
            Examples = [("all tenants", "controlplane tenants")],
        }.Asks(services, async (_, node, cancellation) => OperatorTables.Tenants(await node.Tenants(cancellation).ConfigureAwait(false)));

    /// <summary>Defines <c>quota</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Quota(CliServices services)
    {
        var command = new CliCommand("quota", "Say how many jobs that have not ended a tenant of a node may have.")
        {
            Section = CommandSection.Live,
            Details = ["Jobs that the tenant has already stay; one more than its quota is refused until others have ended."],
            Examples = [("at most a thousand", "controlplane quota research 1000"), ("as many as the node takes", "controlplane quota research none")],
        };
        var tenant = new Argument<string>("TENANT") { Description = "Name of the tenant." };
        var quota = new Argument<string>("N|none") { Description = $"The most jobs, 0 to {MostQuota}; {NoQuota}: no limit of its own." };
        quota.CompletionSources.Add(_ => [NoQuota]);
        command.Add(tenant);
        command.Add(quota);
        return command.Asks(services, async (result, node, cancellation) =>
            OperatorTables.Tenant(await node.SetQuota(result.GetRequiredValue(tenant), ReadQuota(result.GetRequiredValue(quota)), cancellation).ConfigureAwait(false)));
    }

    private static int? ReadQuota(string text)
    {
        if (text == NoQuota)
            return null;
        return int.TryParse(text, NumberStyles.None, null, out var quota) && quota <= MostQuota
            ? quota
            : throw new InputException($"the quota must be a whole number in [0, {MostQuota}] or '{NoQuota}', not '{text}'");
    }
}
