namespace ControlPlane.Grains.Tests.Processes;

/// <summary>A grain that has something to finish when its silo stops.</summary>
[Alias("controlplane.tests.ILastWordGrain")]
public interface ILastWordGrain : IGrainWithStringKey
{
    /// <summary>Activates it.</summary>
    [Alias("Wake")]
    Task Wake();
}
