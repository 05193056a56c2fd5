using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>providers list, show, quote, drain, resume</c>: the service providers of a node.</summary>
internal static class ProvidersCommand
{
    /// <summary>Defines the group.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Create(CliServices services) =>
        new("providers", "Show the service providers of a node, ask one for quotes, and let one drain.")
        {
            Section = CommandSection.Live,
            Details = ["A provider tells its load, its account and quotes. Its quality curve, step times and energies are its own."],
            Examples =
            [
                ("all providers", "controlplane providers list"),
                ("what forty pictures of animals would take", "controlplane providers quote ASP-SDXL --deadline relaxed --category Animals --count 40"),
                ("before maintenance", "controlplane providers drain ASP-SDXL"),
            ],
            Subcommands = { List(services), Show(services), Quote(services), Drain(services), Resume(services) },
        };

    private static CliCommand List(CliServices services) =>
        new CliCommand("list", "List the service providers.")
        {
            Section = CommandSection.Live,
            Examples = [("those that take work", "controlplane providers list --json | jq -r '.[] | select(.isDraining | not).name'")],
        }.Asks(services, async (_, node, cancellation) => GenerationTables.Providers(await node.Providers(cancellation).ConfigureAwait(false)));

    private static CliCommand Show(CliServices services)
    {
        var command = new CliCommand("show", "Show one service provider.") { Section = CommandSection.Live, Examples = [("one provider", "controlplane providers show ASP-SDXL")] };
        var name = Name(command);
        return command.Asks(services, async (result, node, cancellation) =>
            GenerationTables.Provider(await node.Provider(result.GetRequiredValue(name), cancellation).ConfigureAwait(false)));
    }

    private static CliCommand Quote(CliServices services)
    {
        var command = new CliCommand("quote", "Ask a service provider what it would do for alike jobs, by denoising steps. Binds nobody.")
        {
            Section = CommandSection.Live,
            Examples =
            [
                ("one job at home", "controlplane providers quote ASP-SDXL --deadline relaxed"),
                ("a hundred that come from elsewhere", "controlplane providers quote ASP-SDXL --origin ASP-SD1.5 --deadline quick --count 100"),
            ],
        };
        var name = Name(command);
        var jobs = new GenerationInput(isOriginNeeded: false);
        command.AddGroup("Jobs", [.. jobs.All]);
        return command.Asks(services, async (result, node, cancellation) =>
            GenerationTables.Quotes(await node.Quotes(result.GetRequiredValue(name), jobs.Read(result), cancellation).ConfigureAwait(false)));
    }

    private static CliCommand Drain(CliServices services) => Change(
        services, new CliCommand("drain", "Let a service provider take no more work; what it has is done.")
        {
            Section = CommandSection.Live,
            Examples = [("before maintenance", "controlplane providers drain ASP-SDXL")],
        },
        isDraining: true);

    private static CliCommand Resume(CliServices services) => Change(
        services, new CliCommand("resume", "Let a service provider take work again.")
        {
            Section = CommandSection.Live,
            Examples = [("after maintenance", "controlplane providers resume ASP-SDXL")],
        },
        isDraining: false);

    private static CliCommand Change(CliServices services, CliCommand command, bool isDraining)
    {
        var name = Name(command);
        return command.Asks(services, async (result, node, cancellation) =>
            GenerationTables.Provider(await node.DrainProvider(result.GetRequiredValue(name), isDraining, cancellation).ConfigureAwait(false)));
    }

    private static Argument<string> Name(CliCommand command)
    {
        var name = new Argument<string>("PROVIDER") { Description = "Name of the service provider." };
        command.Add(name);
        return name;
    }
}
