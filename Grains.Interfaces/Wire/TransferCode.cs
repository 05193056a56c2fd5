namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What a provider says to work that it is offered.</summary>
[GenerateSerializer, Alias("controlplane.transfer-code")]
public enum TransferCode
{
    /// <summary>It takes it.</summary>
    Accepted = 0,

    /// <summary>It takes none at present.</summary>
    DeclinedDraining = 1,

    /// <summary>It has too much already.</summary>
    DeclinedFull = 2,
}
