namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>What the tests of the storage remember.</summary>
[GenerateSerializer]
[Alias("controlplane.tests.StoredThing")]
internal sealed class StoredThing
{
    [Id(0)]
    public byte[] Bytes { get; set; } = [];
}
