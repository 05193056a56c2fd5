using ControlPlane.Client.Commands.Calibrate;
using ControlPlane.Client.Commands.Node;
using ControlPlane.Client.Commands.Planning;
using ControlPlane.Client.Commands.Regions;
using ControlPlane.Client.Commands.Signals;
using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Commands;

/// <summary>All commands, in the order of the help.</summary>
internal static class CommandList
{
    /// <summary>Makes the commands.</summary>
    /// <param name="services">What they work with.</param>
    public static IEnumerable<CliCommand> Create(CliServices services) =>
    [
        DemoCommand.Create(services),
        SimulateCommand.Create(services),
        CompareCommand.Create(services),
        AigcCommand.Create(services),
        TrainCommand.Create(services),
        EvaluateCommand.Create(services),
        FrontierCommand.Create(services),
        PlanCommand.Create(services),
        InstanceCommand.Create(services),
        WhyCommand.Create(services),
        ShowCommand.Create(services),
        PoliciesCommand.Create(services),
        ScenariosCommand.Create(services),
        ServeCommand.Create(services),
        ReplayCommand.Create(services),
        TopCommand.Create(services),
        SubmitCommand.Create(services),
        JobCommands.List(services),
        JobCommands.Show(services),
        JobCommands.Cancel(services),
        SiteCommands.List(services),
        SiteCommands.Drain(services),
        SiteCommands.Resume(services),
        SiteCommands.Limit(services),
        EnergyCommand.Create(services),
        BatteriesCommand.Create(services),
        ProvidersCommand.Create(services),
        GenerateCommand.Create(services),
        GenerateCommand.Show(services),
        PolicyCommand.Create(services),
        TenantCommands.List(services),
        TenantCommands.Quota(services),
        KeysCommand.Create(services),
        NodeCommand.Ledger(services),
        EventsCommand.Create(services),
        AuditCommand.Create(services),
        NodeCommand.Create(services),
        ContextCommand.Create(services),
        AgentCommand.Create(services),
        RegionCommand.Create(services),
        ValidateCommand.Create(services),
        SchemaCommand.Create(services),
        SignalsCommand.Create(services),
        CalibrateCommand.Create(services),
        BenchCommand.Create(services),
        CompletionCommand.Create(services),
    ];
}
