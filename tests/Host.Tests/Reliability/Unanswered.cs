namespace ControlPlane.Host.Tests.Reliability;

/// <summary>Counts the requests that ended without a final answer. Their callers repeat them.</summary>
internal sealed class Unanswered
{
    private int _broken;
    private int _refused;

    /// <summary>Connections that broke before the answer.</summary>
    public int Broken => _broken;

    /// <summary>Requests that the node refused for now.</summary>
    public int Refused => _refused;

    /// <summary>Takes steps until a condition holds. A refusal must say why, and when to come again.</summary>
    /// <param name="step">One step; taken again when it had no answer.</param>
    /// <param name="isEnough">The condition.</param>
    public async Task Until(Func<bool> isEnough, Func<Task> step)
    {
        while (!isEnough())
        {
            try
            {
                await step();
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref _broken);
            }
            catch (NodeAnswerException refusal) when (refusal.Status is 503 or 429)
            {
                Assert.NotNull(refusal.RetryAfterS);
                Assert.NotEmpty(refusal.Detail);
                Interlocked.Increment(ref _refused);
                await Task.Delay(2);
            }
        }
    }
}
