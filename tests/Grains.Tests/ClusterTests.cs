namespace ControlPlane.Grains.Tests;

/// <summary>The collection of all tests that need a cluster: they share it and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ClusterTests : ICollectionFixture<Clusters>
{
    public const string Name = "clusters";
}
