namespace ControlPlane.Fleet.Generation;

/// <summary>Jobs that must be answered within the same time.</summary>
/// <param name="Name">Its name.</param>
/// <param name="WithinS">Time from submission until the result is back, s, &gt; 0.</param>
public sealed record DeadlineClass(string Name, double WithinS);
