using System.CommandLine;
using ControlPlane.Fleet.Control.Generation;

namespace ControlPlane.Client.Inputs;

/// <summary>Alike generation jobs on the command line.</summary>
internal sealed class GenerationInput
{
    private readonly Option<string> _deadline = new("--deadline") { HelpName = "CLASS", Description = "Deadline class of the fleet, such as relaxed.", Required = true };
    private readonly Option<string?> _category = new("--category") { HelpName = "NAME", Description = "Category of the prompts, such as Animals (default: not known)." };
    private readonly Option<long?> _images = Quantity.WholeOption("--images", 1, GenerationRules.MostImages, "Images of a job (default: 1).");
    private readonly Option<long?> _count = Quantity.WholeOption("--count", 1, GenerationRules.MostJobs, "Jobs (default: 1).");
    private readonly Option<string?> _origin;

    /// <summary>Makes the options.</summary>
    /// <param name="isOriginNeeded">Whether the provider at which they are submitted must be given.</param>
    public GenerationInput(bool isOriginNeeded) => _origin = new("--origin")
    {
        HelpName = "PROVIDER",
        Description = isOriginNeeded ? "The provider at which they are submitted." : "The provider at which they would be submitted (default: the one that is asked).",
        Required = isOriginNeeded,
    };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_origin, _deadline, _category, _images, _count];

    /// <summary>What was given.</summary>
    /// <param name="result">The command line.</param>
    public QuoteQuestion Read(ParseResult result) => new(
        result.GetValue(_origin),
        result.GetRequiredValue(_deadline),
        result.GetValue(_category),
        (int)(result.GetValue(_images) ?? 1),
        (int)(result.GetValue(_count) ?? 1));
}
