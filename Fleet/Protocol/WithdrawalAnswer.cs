namespace ControlPlane.Fleet.Protocol;

/// <summary>A site's answer to a withdrawal.</summary>
public enum WithdrawalAnswer
{
    /// <summary>The assignment never took effect and never will.</summary>
    Fenced,

    /// <summary>The job was here: a report tells how it left.</summary>
    Reported,
}
