using System.CommandLine;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Catalog;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Journal.Sqlite;
using ControlPlane.Silo.Embedded.Node;
using ControlPlane.Silo.Embedded.Node.Replaying;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Silo.Hosting.Verbs;

/// <summary><c>replay</c>: asks another policy about the decisions that a journal or a backup has, and changes nothing. A node may run meanwhile.</summary>
internal static class ReplayCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="streams">Where it writes.</param>
    public static Command Create(Streams streams)
    {
        var policy = new VerbOption("--policy", "POLICY", "The other policy, name or name:key=value.");
        var from = new VerbOption("--from", "FILE", "A backup, instead of the journal of a data folder or database.");
        var json = new Option<bool>("--json") { Description = "Print a JSON object." };
        var command = new Command("replay", "Asks another policy about the decisions that a node has taken, and compares.")
        {
            policy.Option, EmbeddedInputs.Data.Option, SiloInputs.Connection.Option, from.Option, FleetInputs.Fleet.Option, EmbeddedInputs.Remembered.Option, json,
        };
        command.SetAction(async (result, cancellation) =>
        {
            var spec = Read(policy.Need(result));
            var place = new JournalPlace { Folder = EmbeddedInputs.Folder(result), Connection = SiloInputs.Connection.Read(result)?.Text };
            var scenario = new FleetInputs().Read(result).ReadScenario();
            var settings = new NodeSettings { Remembered = EmbeddedInputs.RememberedOf(result) };
            var offered = OfferedLoad.Of(scenario);
            var load = new KnownLoad(offered.MeanSizeUnits, offered.UnitsPerS, Seed: 1);
            var file = from.Read(result)?.Text;
            await using var source = file is not null ? SqliteJournalSource.Open(file) : await place.OpenToReadAsync(cancellation);
            try
            {
                var report = await DecisionReplay.Run(file ?? place.Storage(TimeProvider.System).Place, source, scenario.Fleet, settings, spec, load);
                await streams.Out.WriteLineAsync(result.GetValue(json) ? ReplayText.Json(report) : ReplayText.Of(report));
                return ExitCode.Success;
            }
            catch (ArgumentException wrong)
            {
                throw new InputException($"--policy: {wrong.Message}");
            }
        });
        return command;
    }

    private static PolicySpec Read(GivenText given)
    {
        try
        {
            var spec = PolicyModels.Load(PolicySpec.Parse(given.Text));
            return PolicyCatalog.Find(spec.Name)!.NeedsRates
                ? throw new InputException($"{given.Source}: '{spec.Name}' needs the price of energy, which a journal does not tell")
                : spec;
        }
        catch (FormatException wrong)
        {
            throw new InputException($"{given.Source}: {wrong.Message}");
        }
    }
}
