namespace ControlPlane.Silo.Http.Problems;

/// <summary>What is wrong with one value of a request.</summary>
/// <param name="In">Where it stands: <c>body</c>, <c>query</c>, <c>path</c> or <c>header</c>.</param>
/// <param name="Field">Its name; within a body its path, such as <c>[3].sizeUnits</c>.</param>
/// <param name="Given">What was given, shortened; null if nothing was, or if only the host that looked at it says so in <paramref name="Allowed"/>.</param>
/// <param name="Allowed">What is allowed.</param>
public sealed record FieldError(string In, string Field, string? Given, string Allowed);
