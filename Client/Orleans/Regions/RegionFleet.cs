using ControlPlane.Client.Hosting;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Client.Orleans.Regions;

/// <summary>An open region's fleet, with the grains behind it.</summary>
/// <param name="connection">The way to them.</param>
/// <param name="published">What the region decides with; with its fleet and terms.</param>
/// <param name="calls">Makes calls until they are answered.</param>
internal sealed class RegionFleet(RegionConnection connection, PublicationRecord published, GrainCalls calls)
{
    /// <summary>What the region decides with.</summary>
    public PublicationRecord Published => published;

    /// <summary>Its clock and leases.</summary>
    public RegionTermsRecord Terms => published.Terms!;

    /// <summary>Its data centres.</summary>
    public IReadOnlyList<SiteSpecRecord> Sites { get; } = published.Fleet!.Sites;

    /// <summary>Names of its ingresses.</summary>
    public IReadOnlyList<string> Ingresses { get; } = published.Fleet!.Ingresses;

    /// <summary>The region's clock by this machine's, seconds.</summary>
    public double NowS => (TimeProvider.System.GetUtcNow() - Terms.StartedUtc).TotalSeconds * Terms.Speed;

    /// <summary>Asks the coordinator.</summary>
    /// <param name="connection">The way to it.</param>
    /// <exception cref="InputException">The region is not open.</exception>
    public static async Task<RegionFleet> Load(RegionConnection connection)
    {
        try
        {
            var published = await connection.Calls.Call(() => connection.Coordinator.Current(0, withFleet: true)).ConfigureAwait(false);
            return new RegionFleet(connection, published!, connection.Calls);
        }
        catch (InvalidOperationException)
        {
            throw new InputException($"region '{connection.Target.Region}' is not open yet: 'controlplane region open SCENARIO --policy P' gives it its fleet");
        }
    }

    /// <summary>The same fleet, asked in another way.</summary>
    /// <param name="other">Makes calls until they are answered.</param>
    public RegionFleet Through(GrainCalls other) => new(connection, published, other);

    /// <summary>A data centre.</summary>
    /// <param name="site">Site index.</param>
    public IDataCenterGrain Site(int site) => connection.Grains.GetGrain<IDataCenterGrain>(GrainKeys.Site(connection.Target.Region, Sites[site].Name));

    /// <summary>An ingress.</summary>
    /// <param name="ingress">Ingress index.</param>
    public IIngressGrain Ingress(int ingress) => connection.Grains.GetGrain<IIngressGrain>(GrainKeys.Ingress(connection.Target.Region, Ingresses[ingress]));

    /// <summary>Asks every site.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="question">The question.</param>
    /// <returns>The answers by site index.</returns>
    public Task<T[]> AskSites<T>(Func<IDataCenterGrain, Task<T>> question) =>
        Task.WhenAll(Enumerable.Range(0, Sites.Count).Select(s => calls.Call(() => question(Site(s)))));

    /// <summary>Asks every ingress.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="question">The question.</param>
    /// <returns>The answers by ingress index.</returns>
    public Task<T[]> AskIngresses<T>(Func<IIngressGrain, Task<T>> question) =>
        Task.WhenAll(Enumerable.Range(0, Ingresses.Count).Select(i => calls.Call(() => question(Ingress(i)))));

    /// <summary>Index of a site.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">There is none; the message says which exist.</exception>
    public int FindSite(string name) => Find(name, "site", [.. Sites.Select(s => s.Name)]);

    /// <summary>Index of an ingress.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InputException">There is none; the message says which exist.</exception>
    public int FindIngress(string name) => Find(name, "ingress", [.. Ingresses]);

    private int Find(string name, string kind, List<string> known) =>
        known.IndexOf(name) is >= 0 and var index
            ? index
            : throw new InputException($"region '{connection.Target.Region}' has no {kind} '{name}'; it has {string.Join(", ", known)}");
}
