namespace ControlPlane.Fleet.Generation;

/// <summary>A provider's answer to an offer. The numbers are part of the event-log format and never change.</summary>
public enum TransferAnswer
{
    /// <summary>It takes the work.</summary>
    Accepted = 0,

    /// <summary>It takes no work on its operator's order.</summary>
    DeclinedDraining = 1,

    /// <summary>Jobs would have to wait for too long.</summary>
    DeclinedFull = 2,
}
