using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Generation;

namespace ControlPlane.Fleet.Control.Generation;

/// <summary>What generation jobs may say, and what it means for a fleet.</summary>
public static class GenerationRules
{
    /// <summary>The most images of a job.</summary>
    public const int MostImages = 100;

    /// <summary>The most alike jobs about which one decision is taken.</summary>
    public const int MostJobs = 10_000;

    /// <summary>The cohort that a submission asks for.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="fleet">The providers.</param>
    /// <param name="number">Its number.</param>
    /// <param name="atS">The present, seconds of the host's clock.</param>
    /// <exception cref="ControlException">The field, what was given and what is allowed.</exception>
    public static GenerationCohort CohortOf(GenerationSubmission submission, GenerationFleet fleet, long number, double atS)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (!SubmissionRules.IsName(submission.Id))
            throw Wrong("id", "1 to 64 letters, digits, dots, hyphens and underscores", submission.Id);
        if (submission.Tenant is { } tenant && SubmissionRules.ComplainOfTenant(tenant) is { } complaint)
            throw new ControlException(ControlProblem.Invalid, complaint, field: "tenant");
        var question = new QuoteQuestion(submission.Origin, submission.Deadline, submission.Category, submission.Images, submission.Count);
        return CohortOf(question, fleet, number, atS);
    }

    /// <summary>The cohort for which a quote is asked.</summary>
    /// <param name="question">The question, with an origin.</param>
    /// <param name="fleet">The providers.</param>
    /// <param name="number">Its number.</param>
    /// <param name="atS">The present, seconds of the host's clock.</param>
    /// <exception cref="ControlException">The field, what was given and what is allowed.</exception>
    public static GenerationCohort CohortOf(QuoteQuestion question, GenerationFleet fleet, long number, double atS)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(fleet);
        var origin = Index("origin", fleet.Providers.Select(p => p.Name), question.Origin ?? "");
        var deadline = Index("deadline", fleet.Deadlines.Select(d => d.Name), question.Deadline);
        var category = question.Category is { } named ? Index("category", fleet.Categories.Select(c => c.Name), named) : -1;
        if (question.Images is < 1 or > MostImages)
            throw Wrong("images", $"1 to {MostImages}", question.Images);
        if (question.Count is < 1 or > MostJobs)
            throw Wrong("count", $"1 to {MostJobs}", question.Count);
        return new GenerationCohort(
            number,
            atS,
            origin,
            deadline,
            fleet.Deadlines[deadline].WithinS,
            category,
            category < 0 ? 1 : fleet.Categories[category].QualityFactor,
            question.Count,
            question.Images,
            question.Images * fleet.BytesPerImage);
    }

    private static int Index(string field, IEnumerable<string> names, string given)
    {
        var known = names.ToArray();
        var index = Array.IndexOf(known, given);
        return index >= 0 ? index : throw Wrong(field, $"one of {string.Join(", ", known.Take(20))}", given);
    }

    private static ControlException Wrong(string field, string allowed, object given) =>
        new(ControlProblem.Invalid, $"{field} must be {allowed}, not '{given}'", field: field);
}
