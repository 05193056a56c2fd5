namespace ControlPlane.Fleet.Control;

/// <summary>Something that happened.</summary>
/// <param name="Number">Its number, ascending.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What: a word such as <c>submitted</c>, <c>queued</c>, <c>started</c>, <c>completed</c>, <c>returned</c>, <c>cancelled</c>, <c>failed</c>,
/// <c>agent-registered</c>, <c>agent-lost</c>, <c>drain-begun</c>, <c>drain-ended</c>, <c>gpu-limit</c>, <c>shielded</c>, <c>policy-activated</c>, <c>missed</c>.</param>
/// <param name="Job">Id of the job; null if it is about none.</param>
/// <param name="Site">Name of the site; null if it is about none.</param>
/// <param name="Detail">More, for people.</param>
public sealed record ControlEvent(long Number, DateTimeOffset At, string Kind, string? Job, string? Site, string Detail);
