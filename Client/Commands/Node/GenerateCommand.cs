using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;
using ControlPlane.Fleet.Control.Generation;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>generate</c>, <c>generation ID</c>: generation jobs of a node.</summary>
internal static class GenerateCommand
{
    /// <summary>Defines <c>generate</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("generate", "Submit image generation jobs to a node with service providers.")
        {
            Section = CommandSection.Live,
            Details =
            [
                "The node's rule decides at once which provider makes the images and in how many denoising steps; what became of them is known when the slot closes. "
                + "Submitting the same under the same --id again changes nothing.",
            ],
            Examples =
            [
                ("a picture", "controlplane generate --origin ASP-SDXL --deadline relaxed"),
                ("forty jobs of two pictures", "controlplane generate --id night-1 --origin ASP-SD1.5 --deadline normal --images 2 --count 40 --category Animals"),
                ("what became of them", "controlplane generation night-1"),
            ],
        };
        var id = new Option<string?>("--id") { HelpName = "ID", Description = "Id of the jobs (default: made from the time)." };
        var tenant = new Option<string?>("--tenant") { HelpName = "TENANT", Description = "Whose they are." };
        var jobs = new GenerationInput(isOriginNeeded: true);
        command.AddGroup("Jobs", [id, .. jobs.All, tenant]);
        return command.Asks(services, async (result, node, cancellation) =>
        {
            var asked = jobs.Read(result);
            var submission = new GenerationSubmission
            {
                Id = result.GetValue(id) ?? $"gen-{TimeProvider.System.GetUtcNow().UtcDateTime:yyyyMMdd-HHmmss-fffffff}",
                Origin = asked.Origin!,
                Deadline = asked.Deadline,
                Category = asked.Category,
                Images = asked.Images,
                Count = asked.Count,
                Tenant = result.GetValue(tenant),
            };
            return GenerationTables.Jobs(await node.Generate(submission, cancellation).ConfigureAwait(false));
        });
    }

    /// <summary>Defines <c>generation</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Show(CliServices services)
    {
        var command = new CliCommand("generation", "Show what became of image generation jobs of a node, or why they are where they are.")
        {
            Section = CommandSection.Live,
            Examples = [("what became of them", "controlplane generation night-1"), ("why there", "controlplane generation night-1 --why")],
        };
        var id = new Argument<string>("ID") { Description = "Id of the jobs." };
        var why = new Option<bool>("--why") { Description = "The decision as it was taken." };
        command.Add(id);
        command.AddGroup("Jobs", why);
        return command.Asks(services, async (result, node, cancellation) => result.GetValue(why)
            ? GenerationTables.Why(await node.WhyGeneration(result.GetRequiredValue(id), cancellation).ConfigureAwait(false))
            : GenerationTables.Jobs(await node.Generation(result.GetRequiredValue(id), cancellation).ConfigureAwait(false)));
    }
}
