namespace ControlPlane.Fleet.Jobs;

/// <summary>An immutable set of site indices, shared by all jobs with the same placement constraint.</summary>
public sealed class SiteSet
{
    private readonly ulong[] _bits;

    /// <summary>Makes the set.</summary>
    /// <param name="siteCount">Number of sites of the fleet.</param>
    /// <param name="members">Site indices, each 0 to <paramref name="siteCount"/> - 1.</param>
    public SiteSet(int siteCount, IEnumerable<int> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        SiteCount = siteCount;
        _bits = new ulong[(siteCount + 63) / 64];
        foreach (var site in members)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(site, nameof(members));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(site, siteCount, nameof(members));
            _bits[site >> 6] |= 1UL << (site & 63);
        }
    }

    /// <summary>Makes the set from its bits: site 0 is the lowest bit of the first word; no bit is set at or above <paramref name="siteCount"/>.</summary>
    internal SiteSet(int siteCount, ulong[] bits) => (SiteCount, _bits) = (siteCount, bits);

    /// <summary>Number of sites of the fleet.</summary>
    public int SiteCount { get; }

    /// <summary>The members, ascending.</summary>
    public IEnumerable<int> Members => Enumerable.Range(0, SiteCount).Where(Contains);

    /// <summary>One bit a site, 64 in a word.</summary>
    internal ReadOnlySpan<ulong> Bits => _bits;

    /// <summary>Whether the site is a member.</summary>
    /// <param name="site">Site index.</param>
    public bool Contains(int site) => (_bits[site >> 6] >> (site & 63) & 1) != 0;
}
