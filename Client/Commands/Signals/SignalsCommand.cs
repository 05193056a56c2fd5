using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Commands.Signals;

/// <summary><c>signals inspect, layouts, make</c>: prices, carbon, weather and workloads in files.</summary>
internal static class SignalsCommand
{
    /// <summary>Defines the group.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Create(CliServices services) =>
        new("signals", "Look at files of prices, carbon, weather and workloads, or make some.")
        {
            Section = CommandSection.Tools,
            Details = ["Files from public sources are read as they are: the layout is recognised by the header, times become UTC, units USD/kWh, kg/kWh, W/m², m/s, °C, kW."],
            Examples =
            [
                ("what a file is, and whether it can be used", "controlplane signals inspect prices.csv"),
                ("which files can be read", "controlplane signals layouts"),
                ("a year of prices without a download", "controlplane signals make price --place caiso --days 365 --to prices.csv"),
            ],
            Subcommands = { InspectCommand.Create(services), LayoutsCommand.Create(services), MakeCommand.Create(services) },
        };
}
