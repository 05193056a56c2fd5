using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Commands.Regions;

/// <summary><c>region</c>: everything that is done with a region that runs.</summary>
internal static class RegionCommand
{
    /// <summary>Defines the group.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Create(CliServices services) =>
        new("region", "Open a live region, send it jobs, look at it and change it.")
        {
            Section = CommandSection.Live,
            Details =
            [
                "A live region is a cluster of silos ('controlplane-silo'). Every command may be given again: what took effect before has none a second time. A call to a "
                + "silo that was lost is repeated until another one answers.",
            ],
            Examples =
            [
                ("a region with the paper's fleet, ten minutes a second", "controlplane region open paper --policy least-loaded --speed 600"),
                ("its day, submitted as fast as its clock goes, until every job has ended", "controlplane region play paper --days 1"),
                ("how it stands, every second", "controlplane region status --watch"),
            ],
            Subcommands =
            {
                RegionOpenCommand.Create(services),
                RegionPlayCommand.Create(services),
                RegionStatusCommand.Create(services),
                RegionSiteCommands.Drain(services),
                RegionSiteCommands.Resume(services),
                RegionSiteCommands.Fail(services),
                RegionSiteCommands.Recover(services),
                RegionPolicyCommand.Create(services),
                RegionJobCommand.Create(services),
            },
        };
}
