using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Regions;

namespace ControlPlane.Client.Commands.Regions;

/// <summary><c>region drain, resume, fail, recover SITE</c>: what operators do to a site.</summary>
internal static class RegionSiteCommands
{
    /// <summary>Defines <c>drain</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Drain(CliServices services) => Create(
        services, SiteChange.Drain, "drain", "Let a site take no new jobs: waiting ones go elsewhere, running ones finish.", "before maintenance");

    /// <summary>Defines <c>resume</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Resume(CliServices services) => Create(
        services, SiteChange.Resume, "resume", "Let a drained site take jobs again.", "after maintenance");

    /// <summary>Defines <c>fail</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Fail(CliServices services) => Create(
        services, SiteChange.Fail, "fail", "Declare a site lost: all its jobs go elsewhere, from their checkpoints.", "the power is gone");

    /// <summary>Defines <c>recover</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Recover(CliServices services) => Create(
        services, SiteChange.Recover, "recover", "Let a lost site come back, empty.", "the power is back");

    private static CliCommand Create(CliServices services, SiteChange change, string name, string description, string occasion)
    {
        var command = new CliCommand(name, description)
        {
            Section = CommandSection.Live,
            Examples = [(occasion, $"controlplane region {name} us-east")],
        };
        var site = new Argument<string>("SITE") { Description = "Name of the site." };
        var region = new RegionInput();
        var output = new OutputInput();
        command.Add(site);
        command.AddGroup("Region", region.All);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            using var verbs = RegionVerbs.Connect(region.Read(result), services.Cancellation);
            new DocumentWriter(services.Terminal, format).Write(verbs.Change(change, result.GetRequiredValue(site)));
            return ExitCode.Success;
        });
        return command;
    }
}
