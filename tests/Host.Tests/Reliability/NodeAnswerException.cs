namespace ControlPlane.Host.Tests.Reliability;

/// <summary>A node refused a request.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="retryAfterS">The header Retry-After, s; null without one.</param>
/// <param name="detail">The reason that the answer gives.</param>
internal sealed class NodeAnswerException(int status, int? retryAfterS, string detail) : Exception($"{status}: {detail}")
{
    public int Status => status;

    public int? RetryAfterS => retryAfterS;

    public string Detail => detail;
}
