namespace ControlPlane.Silo.Hosting;

/// <summary>The carriers of this build.</summary>
internal static partial class CarrierCatalog
{
    /// <summary>Name of the carrier on Orleans.</summary>
    public const string Orleans = "orleans";

    /// <summary>Name of the carrier in one process, which every build has.</summary>
    public const string Embedded = "embedded";

    /// <summary>The carrier on Orleans.</summary>
    /// <exception cref="InputException">This build has none.</exception>
    public static ICarrier FindOrleans()
    {
        ICarrier? carrier = null;
        AddOrleans(ref carrier);
        return carrier ?? throw new InputException(
            "this build has no Orleans carrier: build it where the packages of Orleans can be restored (MSBuild property Orleans=true)");
    }

    static partial void AddOrleans(ref ICarrier? carrier);
}
