using Microsoft.Extensions.DependencyInjection;

namespace ControlPlane.Grains.Regions;

/// <summary>What the grains need of the silo that hosts them.</summary>
public static class GrainServices
{
    /// <summary>
    /// Adds what grains share. The silo also needs a grain storage provider named as in <see cref="Journal.JournalOptions.Storage"/> and a reminder service.
    /// </summary>
    /// <param name="services">The silo's services.</param>
    public static IServiceCollection AddControlPlaneGrains(this IServiceCollection services) => services.AddSingleton<RegionDirectory>();
}
