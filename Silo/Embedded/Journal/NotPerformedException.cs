namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>An operation was not performed and had no effect.</summary>
/// <param name="refusal">Why, and when to ask again.</param>
/// <param name="inner">What stood behind it.</param>
public sealed class NotPerformedException(Refusal refusal, Exception? inner = null) : Exception(refusal.Message, inner)
{
    /// <summary>Why, and when to ask again.</summary>
    public Refusal Refusal => refusal;
}
