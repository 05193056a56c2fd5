namespace ControlPlane.Silo.Hosting;

/// <summary>The carriers of this build.</summary>
internal static partial class CarrierCatalog
{
    /// <summary>Name of the carrier on Orleans.</summary>
    public const string Orleans = "orleans";

    /// <summary>Name of the carrier on local disk, which does not exist yet.</summary>
    public const string Embedded = "embedded";

    /// <summary>Finds a carrier.</summary>
    /// <param name="name">Its name.</param>
    public static ICarrier Find(string name)
    {
        if (name == Embedded)
            throw new InputException("--carrier embedded does not exist yet: the only carrier is orleans");
        ICarrier? carrier = null;
        AddOrleans(ref carrier);
        return carrier ?? throw new InputException(
            "this build has no Orleans carrier: build it where the packages of Orleans can be restored (MSBuild property Orleans=true)");
    }

    static partial void AddOrleans(ref ICarrier? carrier);
}
