using ControlPlane.Client.Output;
using ControlPlane.Client.Regions;
using ControlPlane.Grains.Interfaces;

namespace ControlPlane.Client.Orleans.Regions;

/// <summary>Changes of sites.</summary>
internal static class RegionChanges
{
    /// <summary>Changes a site and shows it.</summary>
    /// <param name="connection">The way to the region.</param>
    /// <param name="change">What.</param>
    /// <param name="name">Name of the site.</param>
    public static async Task<Document> Change(RegionConnection connection, SiteChange change, string name)
    {
        var fleet = await RegionFleet.Load(connection).ConfigureAwait(false);
        var index = fleet.FindSite(name);
        var site = fleet.Site(index);
        await connection.Calls.Call(() => Do(site, change)).ConfigureAwait(false);
        var account = await connection.Calls.Call(site.Account).ConfigureAwait(false);
        var table = StatusTables.Sites(fleet, [(index, account.Status)]);
        return new Document
        {
            Heading = [$"region {connection.Target.Region}: {name} {Done(change)}"],
            Tables = [table],
            Csv = () => table,
            Json = () => JsonText.Rows(table)[0]!.DeepClone(),
        };
    }

    private static Task Do(IDataCenterGrain site, SiteChange change) => change switch
    {
        SiteChange.Drain => site.Drain(),
        SiteChange.Resume => site.EndDrain(),
        SiteChange.Fail => site.Fail(),
        _ => site.Recover(),
    };

    private static string Done(SiteChange change) => change switch
    {
        SiteChange.Drain => "takes no new jobs",
        SiteChange.Resume => "takes jobs again",
        SiteChange.Fail => "is lost",
        _ => "is back",
    };
}
