namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A site's answer to a withdrawal. The numbers never change.</summary>
[GenerateSerializer, Alias("controlplane.withdrawal-code")]
public enum WithdrawalCode
{
    /// <summary>The assignment never took effect and never will.</summary>
    Fenced = 0,

    /// <summary>A report tells how the job left.</summary>
    Reported = 1,
}
