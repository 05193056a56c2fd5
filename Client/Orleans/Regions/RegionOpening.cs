using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Client.Regions;
using ControlPlane.Client.Showing;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Client.Orleans.Regions;

/// <summary>Opens a region.</summary>
internal static class RegionOpening
{
    /// <summary>Configures the region and wakes all that lives in it.</summary>
    /// <param name="connection">The way to it.</param>
    /// <param name="request">With what.</param>
    public static async Task<Document> Open(RegionConnection connection, OpenRequest request)
    {
        var load = OfferedLoad.Of(request.Scenario);
        var setup = new RegionSetup(
            request.Scenario.Fleet.ToWire(), request.Policy.ToWire(), request.Seed, load.MeanSizeUnits, load.UnitsPerS, request.LeaseS, Speed: request.Speed);
        var publication = await Refusals.Explain(connection.Calls.Call(() => connection.Coordinator.Configure(setup))).ConfigureAwait(false);
        var fleet = await RegionFleet.Load(connection).ConfigureAwait(false);
        await fleet.AskSites(async site =>
        {
            await site.Wake().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        await fleet.AskIngresses(async ingress =>
        {
            await ingress.Wake().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return Describe(connection.Target.Region, request, fleet, publication);
    }

    private static Document Describe(string region, OpenRequest request, RegionFleet fleet, long publication)
    {
        var gpus = request.Scenario.Fleet.Sites.Sum(s => s.GpuCount);
        var policy = fleet.Published.Policy.ToSpec().Label;
        return new Document
        {
            Heading =
            [
                $"region {region} is open: {Show.Count(fleet.Sites.Count, "site")}, {gpus} GPUs, {fleet.Ingresses.Count} ingress{(fleet.Ingresses.Count == 1 ? "" : "es")}",
                $"It decides with {policy} (version {fleet.Published.Version}, publication {publication}). {Show.Duration(fleet.Terms.Speed)} of its clock pass in a second; "
                + $"a site that cannot be reached keeps its jobs for {Show.Duration(fleet.Terms.LeaseS)}.",
            ],
            Tables = [FleetTables.Sites(request.Scenario), FleetTables.Ingresses(request.Scenario)],
            Csv = () => FleetTables.Sites(request.Scenario),
            Json = () => new JsonObject
            {
                ["region"] = region,
                ["publication"] = publication,
                ["version"] = fleet.Published.Version,
                ["policy"] = policy,
                ["speed"] = fleet.Terms.Speed,
                ["lease_s"] = fleet.Terms.LeaseS,
                ["sites"] = JsonText.Rows(FleetTables.Sites(request.Scenario)),
                ["ingresses"] = JsonText.Rows(FleetTables.Ingresses(request.Scenario)),
            },
        };
    }
}
