namespace ControlPlane.Policies.Learned;

/// <summary>What training gave, whatever it decides. Immutable.</summary>
public interface ITrainedModel
{
    /// <summary>What it says about itself.</summary>
    ModelCard Card { get; }

    /// <summary>How many numbers were learned.</summary>
    long Parameters { get; }

    /// <summary>Its bytes, as they are kept in files.</summary>
    byte[] ToBytes();
}
