namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>How a reward shaper gets on.</summary>
/// <param name="Began">What this activation began with.</param>
/// <param name="Problem">What is wrong; null while nothing is.</param>
/// <param name="Stream">The learner that is heard; 0 before one joined.</param>
/// <param name="Number">The last of its messages that was taken up.</param>
/// <param name="Labelled">Decisions that were ever labelled.</param>
/// <param name="Open">Decisions that wait for their label.</param>
/// <param name="Passed">Decisions that never get one, because something about their window was lost.</param>
/// <param name="Gaps">Times that messages were missing.</param>
/// <param name="Repeated">Messages that came again and were ignored.</param>
/// <param name="Dropped">Decisions that were dropped, because too many waited.</param>
/// <param name="IsReady">Whether rewards are shaped.</param>
/// <param name="Steps">Steps of learning.</param>
/// <param name="Loss">Loss of the last one; null before the first.</param>
/// <param name="Version">The newest version; 0 before the first.</param>
/// <param name="WaitingDecisions">Decisions that wait to be taken up.</param>
/// <param name="WaitingSteps">Steps of learning that wait to be taken.</param>
/// <param name="WorkedS">Time that the thread worked, seconds.</param>
[GenerateSerializer, Immutable, Alias("controlplane.shaper-status")]
public sealed record ShaperStatusRecord(
    [property: Id(0)] string Began,
    [property: Id(1)] string? Problem,
    [property: Id(2)] long Stream,
    [property: Id(3)] long Number,
    [property: Id(4)] long Labelled,
    [property: Id(5)] int Open,
    [property: Id(6)] long Passed,
    [property: Id(7)] long Gaps,
    [property: Id(8)] long Repeated,
    [property: Id(9)] long Dropped,
    [property: Id(10)] bool IsReady,
    [property: Id(11)] long Steps,
    [property: Id(12)] double? Loss,
    [property: Id(13)] int Version,
    [property: Id(14)] int WaitingDecisions,
    [property: Id(15)] int WaitingSteps,
    [property: Id(16)] double WorkedS);
