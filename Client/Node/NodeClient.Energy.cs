using ControlPlane.Fleet.Control.Energy;

namespace ControlPlane.Client.Node;

internal sealed partial class NodeClient
{
    /// <summary>The energy of sites.</summary>
    public Task<IReadOnlyList<SiteEnergyView>> Energy(CancellationToken cancellation) => Call<IReadOnlyList<SiteEnergyView>>(HttpMethod.Get, "/v1/energy", cancellation);

    /// <summary>Slots of a site that are over, the newest first.</summary>
    public Task<SlotPage> EnergySlots(string site, int most, CancellationToken cancellation) =>
        Call<SlotPage>(HttpMethod.Get, $"{SitePath(site)}/energy?limit={most}", cancellation);

    /// <summary>The batteries.</summary>
    public Task<IReadOnlyList<BatteryView>> Batteries(CancellationToken cancellation) => Call<IReadOnlyList<BatteryView>>(HttpMethod.Get, "/v1/batteries", cancellation);

    /// <summary>One battery.</summary>
    public Task<BatteryView> Battery(string site, CancellationToken cancellation) => Call<BatteryView>(HttpMethod.Get, OverridePath(site), cancellation);

    /// <summary>Tells a battery what to do. The moment is given, so that repeating the call sets the same.</summary>
    public Task<BatteryView> Override(string site, double setPointKw, DateTimeOffset until, string reason, CancellationToken cancellation) =>
        Call<BatteryView>(HttpMethod.Put, OverridePath(site), cancellation, new { setPointKw, until, reason });

    /// <summary>Lets the dispatcher of a battery decide again.</summary>
    public Task<BatteryView> Release(string site, CancellationToken cancellation) => Call<BatteryView>(HttpMethod.Delete, OverridePath(site), cancellation);

    private static string OverridePath(string site) => $"/v1/batteries/{Uri.EscapeDataString(site)}/override";
}
