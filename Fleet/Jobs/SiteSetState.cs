using System.Numerics;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Jobs;

/// <summary>
/// Placement constraints in saved states, in the shorter of two forms: the gaps between the members, or a bit for every site. Few jobs of a wide fleet may run
/// at more than a few of its sites.
/// </summary>
internal static class SiteSetState
{
    private const byte None = 0;
    private const byte Gaps = 1;
    private const byte Bitmap = 2;

    // Gaps do not bound the number of sites by their length: more than these are written as bits, so that damage cannot reserve more than 8 KiB a job.
    private const int MostSitesAsGaps = 1 << 16;

    public static void Write(StateWriter writer, SiteSet? sites)
    {
        if (sites is null)
        {
            writer.Byte(None);
            return;
        }

        var members = CountMembers(sites);
        var isShort = sites.SiteCount <= MostSitesAsGaps && members < BytesOf(sites.SiteCount);
        writer.Byte(isShort ? Gaps : Bitmap);
        writer.Count(sites.SiteCount);
        if (isShort)
            WriteGaps(writer, sites, members);
        else
            WriteBits(writer, sites);
    }

    public static SiteSet? Read(ref StateReader reader) => reader.Byte() switch
    {
        None => null,
        Gaps => ReadGaps(ref reader),
        Bitmap => ReadBits(ref reader),
        var other => throw reader.Damaged($"a placement constraint of kind {other}"),
    };

    private static int BytesOf(int siteCount) => siteCount / 8 + (siteCount % 8 == 0 ? 0 : 1);

    private static int CountMembers(SiteSet sites)
    {
        var count = 0;
        foreach (var word in sites.Bits)
            count += BitOperations.PopCount(word);
        return count;
    }

    private static void WriteGaps(StateWriter writer, SiteSet sites, int members)
    {
        writer.Count(members);
        var next = 0;
        for (var word = 0; word < sites.Bits.Length; word++)
        {
            for (var bits = sites.Bits[word]; bits != 0; bits &= bits - 1)
            {
                var site = word * 64 + BitOperations.TrailingZeroCount(bits);
                writer.Count(site - next);
                next = site + 1;
            }
        }
    }

    private static SiteSet ReadGaps(ref StateReader reader)
    {
        var siteCount = reader.Count();
        if (siteCount > MostSitesAsGaps)
            throw reader.Damaged($"members of {siteCount} sites one by one");
        var bits = new ulong[(siteCount + 63) / 64];
        long next = 0;
        for (var left = reader.CountOf(1); left > 0; left--)
        {
            var site = next + reader.Count();
            if (site >= siteCount)
                throw reader.Damaged($"site {site} of {siteCount}");
            bits[site >> 6] |= 1UL << (int)(site & 63);
            next = site + 1;
        }

        return new SiteSet(siteCount, bits);
    }

    private static void WriteBits(StateWriter writer, SiteSet sites)
    {
        for (var i = 0; i < BytesOf(sites.SiteCount); i++)
            writer.Byte((byte)(sites.Bits[i >> 3] >> ((i & 7) * 8)));
    }

    private static SiteSet ReadBits(ref StateReader reader)
    {
        var siteCount = reader.Count();
        var bytes = BytesOf(siteCount);
        reader.RequireLeft(bytes);
        var bits = new ulong[(bytes + 7) / 8];
        for (var i = 0; i < bytes; i++)
            bits[i >> 3] |= (ulong)reader.Byte() << ((i & 7) * 8);
        if (siteCount % 64 != 0 && bits[^1] >> (siteCount % 64) != 0)
            throw reader.Damaged($"a member beyond the {siteCount} sites");
        return new SiteSet(siteCount, bits);
    }
}
