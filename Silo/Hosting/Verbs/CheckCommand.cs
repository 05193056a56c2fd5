using System.CommandLine;
using System.Text.Json.Nodes;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Journal.Sqlite;
using ControlPlane.Silo.Embedded.Node;

namespace ControlPlane.Silo.Hosting.Verbs;

/// <summary><c>check</c>: reads a journal or a backup from its snapshot to its end, as a node would, and changes nothing. A node may run meanwhile.</summary>
internal static class CheckCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="streams">Where it writes.</param>
    public static Command Create(Streams streams)
    {
        var from = new VerbOption("--from", "FILE", "A backup, instead of the journal of a data folder or database.");
        var json = new Option<bool>("--json") { Description = "Print a JSON object." };
        var command = new Command("check", "Reads a journal as a node would, compares checksums, replays it, prints its ledger. Exit code 1: damaged.")
        {
            EmbeddedInputs.Data.Option, SiloInputs.Connection.Option, from.Option, FleetInputs.Fleet.Option, EmbeddedInputs.Remembered.Option, json,
        };
        command.SetAction(async (result, cancellation) =>
        {
            var place = new JournalPlace { Folder = EmbeddedInputs.Folder(result), Connection = SiloInputs.Connection.Read(result)?.Text };
            var fleet = new FleetInputs().Read(result).ReadScenario().Fleet;
            var settings = new NodeSettings { Remembered = EmbeddedInputs.RememberedOf(result) };
            var name = from.Read(result)?.Text ?? NameOf(place);
            try
            {
                await using var source = from.Read(result) is { } file ? SqliteJournalSource.Open(file.Text) : await place.OpenToReadAsync(cancellation);
                return await Tell(await NodeCheck.Run(name, source, fleet, settings), result.GetValue(json), streams);
            }
            catch (JournalStoreException e) when (e.Fault == JournalFault.Unusable && result.GetValue(json))
            {
                await streams.Out.WriteLineAsync(new JsonObject { ["place"] = name, ["isSound"] = false, ["damage"] = e.Message }.ToJsonString());
                return ExitCode.Failure;
            }
        });
        return command;
    }

    private static string NameOf(JournalPlace place)
    {
        try
        {
            return place.Storage(TimeProvider.System).Place;
        }
        catch (ArgumentException wrong)
        {
            throw new InputException($"--connection: {wrong.Message}");
        }
    }

    private static async Task<int> Tell(NodeCheck check, bool json, Streams streams)
    {
        var isSound = check.Ledger.Closes;
        await streams.Out.WriteLineAsync(json ? Json(check, isSound) : Text(check, check.Ledger));
        if (!isSound)
            await streams.Error.WriteLineAsync("error: the journal can be read, but its ledger does not close");
        return isSound ? ExitCode.Success : ExitCode.Failure;
    }

    private static string Text(NodeCheck check, LedgerView ledger) => FormattableString.Invariant(
        $"""
        {check.Place}
        snapshot  {(check.Snapshot == 0 ? "none" : $"at batch {check.Snapshot}, {check.SnapshotBytes} bytes")}
        log       {check.Batches} batches after it with {check.Operations} operations; the last is batch {check.LastBatch}
        ledger    {ledger.Submitted} submitted = {ledger.Held} held + {ledger.Queued} queued + {ledger.Running} running + {ledger.Completed} completed + {ledger.Cancelled} cancelled + {ledger.Failed} failed
        energy    {ledger.EnergyKwh:0.###} kWh
        sound: every checksum fits, and every operation was replayed
        """);

    private static string Json(NodeCheck check, bool isSound) => new JsonObject
    {
        ["place"] = check.Place,
        ["isSound"] = isSound,
        ["snapshotAtBatch"] = check.Snapshot,
        ["snapshotBytes"] = check.SnapshotBytes,
        ["batches"] = check.Batches,
        ["operations"] = check.Operations,
        ["lastBatch"] = check.LastBatch,
        ["submitted"] = check.Ledger.Submitted,
        ["held"] = check.Ledger.Held,
        ["queued"] = check.Ledger.Queued,
        ["running"] = check.Ledger.Running,
        ["completed"] = check.Ledger.Completed,
        ["cancelled"] = check.Ledger.Cancelled,
        ["failed"] = check.Ledger.Failed,
        ["energyKwh"] = check.Ledger.EnergyKwh,
        ["closes"] = check.Ledger.Closes,
    }.ToJsonString();
}
