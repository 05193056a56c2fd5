using System.CommandLine;
using System.Diagnostics;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node.Serving;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>replay</c>: the decisions of a node's journal under another policy. The program of the node reads its journals; this asks it.</summary>
internal static class ReplayCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("replay", "Ask another policy about the decisions that a node has taken.")
        {
            Section = CommandSection.Live,
            Details =
            [
                "Reads the journal of a node on this machine, or a backup of it, and changes nothing; the node may run meanwhile. What was known at each decision comes back by "
                + "replaying the journal. Decisions before its last snapshot are not in it.",
                "Prints how often the other policy agrees, and by how much its choices differ in predicted energy and time to completion, by the site where jobs were sent.",
            ],
            Examples =
            [
                ("the decisions of a node under another rule", "controlplane replay least-energy --data ./data"),
                ("a backup, for a program", "controlplane replay power-of-d:d=3 --from monday.db --fleet paper --json"),
            ],
        };
        var policy = OnePolicyInput.Argument();
        var data = new Option<string?>("--data") { HelpName = "DIR", Description = "Data folder of the node (default: data)." };
        var from = new Option<string?>("--from") { HelpName = "FILE", Description = "A backup, in place of a data folder." };
        var fleet = new Option<string?>("--fleet") { HelpName = "SCENARIO", Description = "The scenario whose fleet the node runs (default: paper)." };
        var output = new OutputInput();
        command.Add(policy);
        command.AddGroup("Node", data, from, fleet);
        command.AddGroup("Output", output.Json);
        command.SetAction(result =>
        {
            var text = result.GetRequiredValue(policy);
            OnePolicyInput.Read(text, "the policy");
            string[] arguments = ["replay", "--policy", text, .. Given(result, data), .. Given(result, from), .. Given(result, fleet), .. result.GetValue(output.Json) ? (string[])["--json"] : []];
            return Run(SiloProgram.Find(), arguments, services);
        });
        return command;
    }

    private static string[] Given(ParseResult result, Option<string?> option) => result.GetValue(option) is { } value ? [option.Name, value] : [];

    private static int Run(SiloProgram program, string[] arguments, CliServices services)
    {
        using var process = Process.Start(program.Start(arguments))!;
        var error = process.StandardError.ReadToEndAsync(services.Cancellation);
        services.Terminal.Out.Write(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        services.Terminal.Error.Write(error.GetAwaiter().GetResult());
        return process.ExitCode;
    }
}
