using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node;
using ControlPlane.Client.Output;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>node status</c> and <c>ledger</c>.</summary>
internal static class NodeCommand
{
    /// <summary>Defines the group.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Create(CliServices services) =>
        new("node", "Show how a node is.")
        {
            Section = CommandSection.Live,
            Details = ["A node is a host with the HTTP API; the commands under 'Operate', without those of 'region', speak with it. 'controlplane context' says which one."],
            Examples = [("how it is", "controlplane node status")],
            Subcommands = { Status(services) },
        };

    /// <summary>Defines <c>ledger</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Ledger(CliServices services) =>
        new CliCommand("ledger", "Show the ledger of a node: where all jobs are, and the energy.")
        {
            Section = CommandSection.Live,
            Details = ["Exit code 1: it does not close, which is a mistake of the node."],
            Examples = [("the ledger", "controlplane ledger")],
        }.Does(services, async (_, node, writer) =>
        {
            var ledger = await node.Ledger(services.Cancellation).ConfigureAwait(false);
            writer.Write(NodeTables.Ledger(ledger));
            return ledger.Closes ? ExitCode.Success : ExitCode.Failure;
        });

    private static CliCommand Status(CliServices services) =>
        new CliCommand("status", "Show how a node is.")
        {
            Section = CommandSection.Live,
            Details = ["Exit code 1: it takes no work now."],
            Examples = [("once", "controlplane node status")],
        }.Does(services, async (_, node, writer) =>
        {
            var host = await node.Host(services.Cancellation).ConfigureAwait(false);
            var table = new Table("", [
                Column.Words("name", "name"), Column.Words("carrier", "carrier"), Column.Words("ready", "ready"), new("live", "live jobs"), new("capacity", "at most"),
                Column.Words("started_at", "since"), Column.Words("detail", "detail")]);
            table.Add(
                Cell.Of(host.Name), Cell.Of(host.Carrier), new Cell(host.IsReady ? "yes" : "NO", host.IsReady, host.IsReady ? CellMark.Good : CellMark.Bad), Cell.Of(host.Live),
                Cell.Of(host.Capacity), Cell.Of(NodeTables.Moment(host.StartedAt)), Cell.Of(host.Detail));
            writer.Write(new Document { Tables = [table], Csv = () => table, Json = () => NodeJson.Node(host) });
            return host.IsReady ? ExitCode.Success : ExitCode.Failure;
        });
}
