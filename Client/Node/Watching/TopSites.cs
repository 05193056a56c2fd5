using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node.Watching;

/// <summary>The sites of a node as lines with bars: how many of its GPUs each uses.</summary>
/// <param name="ink">How it is written.</param>
/// <param name="columns">Characters of a line.</param>
internal sealed class TopSites(Ink ink, int columns)
{
    private const int LeastForTypes = 96;
    private const int LongestName = 20;
    private const int Numbers = 52;
    private const double WattsPerKw = 1000;

    /// <summary>A heading and a line a site.</summary>
    /// <param name="sites">The sites.</param>
    /// <param name="room">Most lines for sites; those that need a look are shown then.</param>
    public IEnumerable<string> Rows(IReadOnlyList<SiteView> sites, int room)
    {
        var name = Math.Min(LongestName, sites.Select(s => s.Name.Length).Append(4).Max());
        var type = columns >= LeastForTypes ? sites.Select(s => s.GpuType.Length).Append(4).Max() + 1 : 0;
        var bar = Math.Max(4, columns - name - type - Numbers - 2);
        yield return ink.Of(
            $"{"Site".PadRight(name)} {(type > 0 ? "GPU".PadRight(type) : "")}{"in use".PadRight(bar + 10)} {"running",7} {"queued",6} {"done",7} {"kW",6}  state", Ink.Bold);
        var shown = sites.Count <= room ? sites : [.. sites.OrderBy(s => s.IsConnected).ThenByDescending(s => s.Queued).ThenByDescending(s => s.Running).Take(room - 1)];
        foreach (var site in shown)
            yield return Row(site, name, type, bar);
        if (shown.Count < sites.Count)
            yield return ink.Of($"and {sites.Count - shown.Count} more with shorter queues", Ink.Faint);
    }

    private string Row(SiteView site, int name, int type, int bar)
    {
        var used = Math.Max(0, site.UpGpus - site.FreeGpus);
        var style = site.IsDraining ? Ink.Waiting : Ink.Busy;
        var use = ink.Bar(bar, ((double)used / Math.Max(1, site.GpuLimit), style, '#'));
        var count = $"{used}/{site.GpuLimit}";
        var (state, mark) = site switch
        {
            { IsConnected: false } => ("no agent", Ink.Bad),
            { IsDraining: true } => ("draining", Ink.Waiting),
            _ when site.GpuLimit < site.Gpus => ("limited", Ink.Waiting),
            _ => ("up", Ink.Good),
        };
        return $"{Cut(site.Name, name).PadRight(name)} {(type > 0 ? ink.Of(site.GpuType.PadRight(type), Ink.Faint) : "")}{use}{count,10} {site.Running,7} "
            + $"{ink.Of($"{site.Queued,6}", site.Queued > 0 ? Ink.Waiting : Ink.Faint)} {site.Finished,7} {site.PowerW / WattsPerKw,6:0.0}  {ink.Of(state, mark)}";
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..width];
}
