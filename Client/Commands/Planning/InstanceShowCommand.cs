using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Planning;

namespace ControlPlane.Client.Commands.Planning;

/// <summary><c>instance show FILE</c>: what is in an instance.</summary>
internal static class InstanceShowCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("show", "Check an instance's file and say what is in it.")
        {
            Section = CommandSection.Understand,
            Examples = [("sites, inference, and how much work there is for them", "controlplane instance show day.json")],
        };
        var file = new Argument<string>("FILE") { Description = "A file of 'controlplane instance generate', or one like it." };
        var output = new OutputInput();
        command.Add(file);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var instance = InstanceInput.ReadFile(result.GetRequiredValue(file));
            new DocumentWriter(services.Terminal, output.Format(result)).Write(new Document
            {
                Heading = [PlanWords.Of(instance)],
                Tables = [InstanceTables.Sites(instance), InstanceTables.Classes(instance), InstanceTables.Work(instance)],
                Csv = () => InstanceTables.Sites(instance),
                Json = () => InstanceTables.Json(instance),
            });
            return ExitCode.Success;
        });
        return command;
    }
}
