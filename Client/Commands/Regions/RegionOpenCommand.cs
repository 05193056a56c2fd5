using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Regions;

namespace ControlPlane.Client.Commands.Regions;

/// <summary><c>region open SCENARIO</c>: gives a region its fleet and its first policy.</summary>
internal static class RegionOpenCommand
{
    private const double DefaultLeaseS = 120;

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("open", "Give a region the fleet of a scenario and a policy, and wake it.")
        {
            Section = CommandSection.Live,
            Details = ["A region is opened once; doing so again with the same words changes nothing. Its policy is changed with 'controlplane region policy'."],
            Examples =
            [
                ("the paper's fleet, in real time", "controlplane region open paper --policy least-loaded"),
                ("ten minutes a second, leases of 30 s", "controlplane region open paper --policy power-of-d:d=3 --speed 600 --lease 30s"),
            ],
        };
        var scenario = new ScenarioInput(services.Scenarios);
        var policy = new OnePolicyInput();
        var seed = new SeedInput();
        var speed = Quantity.Option("--speed", 0, 1e6, "Seconds of the region's clock in a second (default: 1).");
        var lease = TimeInput.Option("--lease", 1, 86_400, "How long a site that cannot be reached keeps its jobs (default: 120s).");
        var region = new RegionInput();
        var output = new OutputInput();
        command.Add(scenario.Name);
        command.AddGroup("What to open", policy.Option, seed.Seed, speed, lease, scenario.Load, scenario.Horizon);
        command.AddGroup("Region", region.All);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var fleet = scenario.Read(result);
            var request = new OpenRequest(
                fleet, policy.Read(result), result.GetValue(seed.Seed) ?? fleet.Seed, result.GetValue(speed) ?? 1, result.GetValue(lease) ?? DefaultLeaseS);
            using var verbs = RegionVerbs.Connect(region.Read(result), services.Cancellation);
            new DocumentWriter(services.Terminal, format).Write(verbs.Open(request));
            return ExitCode.Success;
        });
        return command;
    }
}
