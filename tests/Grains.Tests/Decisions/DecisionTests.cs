namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>The collection of the tests on live regions: they share a cluster, and every test has regions of its own.</summary>
[CollectionDefinition(Name)]
public sealed class DecisionTests : ICollectionFixture<DecisionCluster>
{
    public const string Name = "decisions";
}
