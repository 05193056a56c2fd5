using ControlPlane.Client.Orleans;

namespace ControlPlane.Client.Engines;

/// <content>The engine on grains.</content>
internal static partial class EngineCatalog
{
    static partial void StartOrleans(int silos, ref IEngine? engine) => engine = GrainEngine.Start(silos);
}
