namespace ControlPlane.Fleet.Control.Energy;

/// <summary>What an operator may ask of a battery.</summary>
public static class BatteryOrderRules
{
    /// <summary>How far ahead an override may end, seconds.</summary>
    public const double LongestS = 7 * 86_400;

    private const int LongestReason = 200;

    /// <summary>Refuses an order that cannot be.</summary>
    /// <param name="site">Name of the site.</param>
    /// <param name="order">The order.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="ControlException">The field, what was given and what is allowed.</exception>
    public static void Require(string site, BatteryOrder order, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (!double.IsFinite(order.SetPointKw))
            throw new ControlException(ControlProblem.Invalid, $"setPointKw of the battery of '{site}' must be a finite number, not {order.SetPointKw}", field: "setPointKw");
        if (order.Until <= now || order.Until > now.AddSeconds(LongestS))
            throw new ControlException(ControlProblem.Invalid, $"until must be after {now:O} and at most a week ahead, not {order.Until:O}", field: "until");
        if (string.IsNullOrWhiteSpace(order.Reason) || order.Reason.Length > LongestReason)
            throw new ControlException(ControlProblem.Invalid, $"reason must be 1 to {LongestReason} characters, not {order.Reason?.Length ?? 0}", field: "reason");
    }

    /// <summary>Refuses a change by somebody who saw another version.</summary>
    /// <param name="site">Name of the site.</param>
    /// <param name="expected">The version that was seen; null for any.</param>
    /// <param name="present">The present one.</param>
    /// <exception cref="ControlException">It is another one.</exception>
    public static void RequireVersion(string site, long? expected, long present)
    {
        if (expected is { } seen && seen != present)
            throw new ControlException(ControlProblem.Conflict, $"the battery of '{site}' has version {present}, not {seen}");
    }
}
