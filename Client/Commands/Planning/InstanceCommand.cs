using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Commands.Planning;

/// <summary><c>instance</c>: what joint plans are made for.</summary>
internal static class InstanceCommand
{
    /// <summary>Defines the group.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Create(CliServices services) =>
        new("instance", "Make and look at what joint plans of work and energy are made for.")
        {
            Section = CommandSection.Understand,
            Details = ["An instance has sites with their energy, training jobs, inference classes and a carbon budget; docs/PLANNING.md says what its file looks like."],
            Examples =
            [
                ("3 sites for a day, into a file", "controlplane instance generate --out day.json"),
                ("what is in it", "controlplane instance show day.json"),
            ],
            Subcommands = { InstanceGenerateCommand.Create(services), InstanceShowCommand.Create(services) },
        };
}
