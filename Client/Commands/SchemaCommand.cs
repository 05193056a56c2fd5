using ControlPlane.Client.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Commands;

/// <summary><c>schema</c>: the JSON Schema of scenario files.</summary>
internal static class SchemaCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("schema", "Print the JSON Schema of scenario files, for completion and checks in editors.")
        {
            Section = CommandSection.Tools,
            Examples = [("a schema for the YAML language server; name it in the first line of a scenario", "controlplane schema > scenario.schema.json")],
        };
        command.SetAction(_ =>
        {
            services.Terminal.Out.WriteLine(ScenarioSchema.ToJsonSchema().TrimEnd());
            return ExitCode.Success;
        });
        return command;
    }
}
