using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A decision that a learner took.</summary>
/// <param name="State">The state decided in.</param>
/// <param name="Action">The action.</param>
/// <param name="Outcome">What came of it; null where that is not known yet: only of the last decision of a message.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-decision")]
public sealed record ShaperDecisionRecord(
    [property: Id(0)] ImmutableArray<float> State,
    [property: Id(1)] int Action,
    [property: Id(2)] ShaperOutcomeRecord? Outcome);
