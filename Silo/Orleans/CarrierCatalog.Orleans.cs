using ControlPlane.Silo.Orleans;

namespace ControlPlane.Silo.Hosting;

/// <content>The carrier on Orleans.</content>
internal static partial class CarrierCatalog
{
    static partial void AddOrleans(ref ICarrier? carrier) => carrier = new OrleansCarrier();
}
