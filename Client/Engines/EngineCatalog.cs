namespace ControlPlane.Client.Engines;

/// <summary>The engines of this build.</summary>
internal static partial class EngineCatalog
{
    /// <summary>The engine without which nothing runs.</summary>
    public const string Direct = "direct";

    /// <summary>The engine on Orleans grains; only in builds with Orleans.</summary>
    public const string Orleans = "orleans";

    /// <summary>Starts the engine on grains.</summary>
    /// <param name="silos">Number of silos.</param>
    /// <returns>Null when Orleans was left out of this build.</returns>
    public static IEngine? StartOrleans(int silos)
    {
        IEngine? engine = null;
        StartOrleans(silos, ref engine);
        return engine;
    }

    // Implemented in the folder that is compiled only with Orleans; without it the call is not compiled either.
    static partial void StartOrleans(int silos, ref IEngine? engine);
}
