using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Silo.Orleans.Plane;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>A cluster keeps no service providers yet, and says so whatever it is asked about them.</summary>
public sealed class ClusterProvidersTests
{
    [Fact]
    public async Task Everything_about_providers_is_refused_as_unsupported()
    {
        // No call gets as far as the region.
        using var cluster = new ClusterPlane("region", null!, TimeProvider.System);
        IControlPlane plane = cluster;
        Func<Task>[] asked =
        [
            () => plane.Providers(),
            () => plane.Quotes("asp", new QuoteQuestion(null, "relaxed", null)),
            () => plane.DrainProvider("asp", isDraining: true, null, "ann"),
            () => plane.Generate(new GenerationSubmission { Id = "a", Origin = "asp", Deadline = "relaxed" }),
            () => plane.FindGeneration("a"),
            () => plane.WhyGeneration("a"),
        ];
        foreach (var ask in asked)
            Assert.Equal(ControlProblem.Unsupported, (await Assert.ThrowsAsync<ControlException>(ask)).Problem);
    }
}
