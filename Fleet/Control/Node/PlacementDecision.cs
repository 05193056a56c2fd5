using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>A placement decision as it was taken. A job's card keeps its bytes: few are ever read.</summary>
/// <param name="AtS">When.</param>
/// <param name="Version">Version of the policy; 0 before the first.</param>
/// <param name="IsCanary">Whether that version was a canary.</param>
/// <param name="Chosen">What was decided.</param>
/// <param name="Replaced">Why the shield put it in the place of the policy's; null if it did not.</param>
/// <param name="Options">The options, the best first, masked ones last.</param>
/// <param name="Omitted">How many sites are not named, by why they are masked.</param>
internal sealed record PlacementDecision(
    double AtS,
    int Version,
    bool IsCanary,
    Placement Chosen,
    string? Replaced,
    IReadOnlyList<RankedOption> Options,
    IReadOnlyDictionary<MaskReason, int> Omitted)
{
    private const int LeastOptionBytes = 1 + 1 + sizeof(double) + 2;

    /// <summary>Which of the options was chosen: policies may have several at a site. The one with the allocation that was, else the first of the site; -1 for none.</summary>
    public int ChosenOption
    {
        get
        {
            var first = -1;
            for (var i = Options.Count - 1; i >= 0; i--)
            {
                if (Options[i].Site != Chosen.Site)
                    continue;
                if (Options[i].Allocation == Chosen.Wanted)
                    return i;
                first = i;
            }

            return first;
        }
    }

    public static void Write(
        StateWriter writer, double atS, int version, bool isCanary, in Placement chosen, string? replaced, ReadOnlySpan<RankedOption> options, ReadOnlySpan<int> omitted)
    {
        writer.Clear();
        writer.Real(atS);
        writer.Count(version);
        writer.Flag(isCanary);
        writer.Number(chosen.Site);
        writer.Write(chosen.Wanted);
        writer.Text(replaced ?? "");
        writer.Count(options.Length);
        foreach (ref readonly var option in options)
        {
            writer.Count(option.Site);
            writer.Byte((byte)option.Mask);
            writer.Real(option.Score);
            writer.Write(option.Allocation);
        }

        for (var reason = 0; reason < omitted.Length; reason++)
            writer.Count(omitted[reason]);
    }

    /// <summary>Whether two decisions differ in nothing but their time.</summary>
    public static bool AreSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => one[sizeof(double)..].SequenceEqual(other[sizeof(double)..]);

    /// <summary>Reads one.</summary>
    /// <param name="bytes">As it was written.</param>
    /// <param name="model">The fleet.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static PlacementDecision Read(ReadOnlySpan<byte> bytes, FleetModel model)
    {
        var reader = new StateReader(bytes);
        var (atS, version, isCanary, site) = (reader.Finite(), reader.Count(), reader.Flag(), reader.Index());
        var (wanted, replaced) = (reader.ReadAllocation(), reader.Text());
        var options = new RankedOption[reader.CountOf(LeastOptionBytes)];
        for (var i = 0; i < options.Length; i++)
            options[i] = new RankedOption(ReadSite(ref reader, model), ReadMask(reader.Byte(), reader), reader.Real(), reader.ReadAllocation());
        var omitted = new Dictionary<MaskReason, int>();
        foreach (var reason in Enum.GetValues<MaskReason>())
        {
            if (reader.Count() is > 0 and var count)
                omitted[reason] = count;
        }

        reader.RequireEnd();
        if (site < -1 || site >= model.SiteCount)
            throw reader.Damaged($"a decision for site {site}");
        return new PlacementDecision(atS, version, isCanary, new Placement(site, wanted), replaced.Length > 0 ? replaced : null, options, omitted);
    }

    private static int ReadSite(ref StateReader reader, FleetModel model)
    {
        var site = reader.Count();
        return site < model.SiteCount ? site : throw reader.Damaged($"an option at site {site}");
    }

    private static MaskReason ReadMask(byte mask, in StateReader reader) =>
        Enum.IsDefined((MaskReason)mask) ? (MaskReason)mask : throw reader.Damaged($"an option masked for reason {mask}");
}
