using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Regions;

namespace ControlPlane.Client.Commands.Regions;

/// <summary><c>region job ID...</c>: where jobs are.</summary>
internal static class RegionJobCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("job", "Show where jobs of a live region are.")
        {
            Section = CommandSection.Live,
            Details = ["Every ingress is asked. Exit code 1: a job is unknown, or ended so long ago that its ingress has forgotten it."],
            Examples = [("two jobs", "controlplane region job 1795271354000000 1795271354000001")],
        };
        var ids = new Argument<long[]>("ID")
        {
            Description = "Numbers of jobs.",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => [.. result.Tokens.Select(token =>
            {
                if (long.TryParse(token.Value, out var id) && id > 0)
                    return id;
                result.AddError($"ID must be a whole number from 1, not '{token.Value}'");
                return 0;
            })],
        };
        var region = new RegionInput();
        var output = new OutputInput();
        command.Add(ids);
        command.AddGroup("Region", region.All);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            using var verbs = RegionVerbs.Connect(region.Read(result), services.Cancellation);
            new DocumentWriter(services.Terminal, format).Write(verbs.Find(result.GetRequiredValue(ids), out var areKnown));
            return areKnown ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }
}
