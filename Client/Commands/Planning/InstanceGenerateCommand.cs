using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Plans.Files;

namespace ControlPlane.Client.Commands.Planning;

/// <summary><c>instance generate</c>: draws an instance.</summary>
internal static class InstanceGenerateCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("generate", "Draw an instance from a seed and write it as JSON.")
        {
            Section = CommandSection.Understand,
            Details = ["Sites, hourly series, jobs and classes have streams of their own: finer slots or one job more leave everything else as it is."],
            Examples =
            [
                ("the size of the paper, to stdout", "controlplane instance generate"),
                ("eight sites by quarters of an hour, more work than there is room for", "controlplane instance generate --sites 8 --slots-per-hour 4 --jobs 100 --classes 8 --tight --out big.json"),
                ("where energy counts, under a carbon budget", "controlplane instance generate --jobs 20 --classes 6 --sites 4 --value-factor 0.15 --carbon-budget 15 --out green.json"),
            ],
        };
        var instance = new InstanceInput();
        var file = new Option<string?>("--out", "-o") { HelpName = "FILE", Description = "Write it into this file (default: stdout)." };
        command.AddGroup("What to generate", [.. instance.Generator, instance.Seeds.Seed, .. instance.Carbon]);
        var force = new Option<bool>("--force") { Description = "Replace the file also where it holds something else." };
        command.AddGroup("Output", file, force);
        command.SetAction(result =>
        {
            var text = InstanceFile.Write(instance.Generate(result));
            if (result.GetValue(file) is { } path)
                Write(path, text, result.GetValue(force), services);
            else
                services.Terminal.Out.Write(text);
            return ExitCode.Success;
        });
        return command;
    }

    // An instance may have been edited by hand since it was drawn.
    private static void Write(string path, string text, bool isForced, CliServices services)
    {
        if (!isForced && File.Exists(path) && File.ReadAllText(path) != text)
            throw new InputException($"--out: '{path}' is there and holds something else: --force replaces it");
        TextFile.Write(path, text);
        services.Terminal.Error.WriteLine($"wrote {path}");
    }
}
