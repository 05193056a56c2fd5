using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Fleet.Control;

/// <summary>Why a job is where it is.</summary>
/// <param name="Job">The job.</param>
/// <param name="Policy">The policy that decided last, with its version and, for a canary, that it is one.</param>
/// <param name="DecidedAt">When; null if nobody has decided.</param>
/// <param name="Replaced">Why the shield put another decision in the place of the policy's; null if it did not.</param>
/// <param name="Options">The options of that decision, the best first, masked ones last.</param>
/// <param name="History">What happened to the job, the oldest first.</param>
/// <param name="Omitted">How many sites are not named because the fleet is large, by why they are masked, <c>Feasible</c> for those that are not; null or empty for none.</param>
/// <param name="Shadow">What the shadow of that time would have done; null if there was none, or it has not answered.</param>
public sealed record JobReasons(
    JobView Job,
    string Policy,
    DateTimeOffset? DecidedAt,
    string? Replaced,
    IReadOnlyList<OptionView> Options,
    IReadOnlyList<ControlEvent> History,
    IReadOnlyDictionary<string, int>? Omitted = null,
    ShadowChoiceView? Shadow = null);
