using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet.Sites;

/// <summary>Sites of several kinds, their saved states and what is made of them.</summary>
internal static class SavedSites
{
    // Their sums round: the order in which powers were added shows in the last bits.
    private static readonly PowerCoefficients Unround = new(51.3, 29.7, 19.1);

    public static readonly DataCenterSpec[] Specs =
    [
        TestFleets.Site("plain", 8) with { Power = Unround },
        TestFleets.Site("full-soon", 2, maxGpusPerJob: 1, queueLimit: 2, checkpointS: 0),
        TestFleets.Site("wide", 40, maxGpusPerJob: 8, checkpointS: 30) with { Power = Unround },
    ];

    public static DataCenter Make(DataCenterSpec spec) => new(3, spec, spec.MakeTable());

    /// <summary>A site after some random operations.</summary>
    public static DataCenter Lived(DataCenterSpec spec, RandomStream random, int operations)
    {
        var site = Make(spec);
        var life = new SiteOperations(random);
        for (var left = operations; left > 0; left--)
            life.Apply(site);
        return site;
    }

    public static byte[] Save(DataCenter site)
    {
        var writer = new StateWriter();
        site.Save(writer);
        return writer.Written.ToArray();
    }

    public static void Load(DataCenter site, ReadOnlySpan<byte> state)
    {
        var reader = new StateReader(state);
        site.Load(ref reader);
        reader.RequireEnd();
    }
}
