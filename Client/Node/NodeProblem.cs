namespace ControlPlane.Client.Node;

/// <summary>Problem details (RFC 9457) as far as the console reads them.</summary>
/// <param name="Title">What kind of problem.</param>
/// <param name="Detail">What is wrong and what is allowed.</param>
/// <param name="RetryAfterS">When it makes sense to try again, seconds; null when it does not say.</param>
internal sealed record NodeProblem(string? Title, string? Detail, double? RetryAfterS);
