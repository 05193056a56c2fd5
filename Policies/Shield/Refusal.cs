using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies.Shield;

/// <summary>What is wrong with an answer of a policy; the default value: nothing.</summary>
/// <param name="Reason">Why it is refused.</param>
/// <param name="Mask">Why its site is masked, where that is the reason.</param>
/// <param name="Detail">More in words; null for none.</param>
public readonly record struct Refusal(ShieldReason Reason, MaskReason Mask = MaskReason.None, string? Detail = null)
{
    private const int LongestDetail = 200;

    /// <summary>Whether the answer stands.</summary>
    public bool IsNone => Reason == ShieldReason.None;

    /// <summary>The refusal of a policy that threw, or that was given up as late by whoever waited for it.</summary>
    /// <param name="error">The exception. It is the policy's own: even its message may throw.</param>
    public static Refusal Of(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (error is TimeoutException)
            return new Refusal(ShieldReason.Late, Detail: Shortened(MessageOf(error)));
        return new Refusal(ShieldReason.Threw, Detail: Shortened($"{error.GetType().Name}: {MessageOf(error)}"));
    }

    private static string? Shortened(string? words) => words is null || words.Length <= LongestDetail ? words : words[..LongestDetail] + "…";

    private static string? MessageOf(Exception error)
    {
        try
        {
            return error.Message;
        }
        catch (Exception)
        {
            return "(its message threw too)";
        }
    }
}
