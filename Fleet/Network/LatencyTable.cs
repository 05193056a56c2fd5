namespace ControlPlane.Fleet.Network;

/// <summary>
/// Latencies from every ingress to every site. Wide fleets have few distinct ones: two bytes an entry point into a short list of them, so that a
/// thousand ingresses by a thousand sites stay in a processor's cache.
/// </summary>
internal sealed class LatencyTable
{
    private readonly int _sites;
    private readonly double[] _distinctS;
    private readonly ushort[]? _index;

    /// <summary>Packs the rows.</summary>
    /// <param name="rows">Latencies in seconds, a row an ingress, all of the same length.</param>
    public LatencyTable(IReadOnlyList<double[]> rows)
    {
        _sites = rows[0].Length;
        var all = rows.SelectMany(row => row);
        double[] distinct = [.. all.Distinct().Take(ushort.MaxValue + 2)];
        if (distinct.Length > ushort.MaxValue + 1)
        {
            // Too many for two bytes: the entries themselves.
            _distinctS = [.. all];
            return;
        }

        _distinctS = distinct;
        var position = distinct.Select((latencyS, i) => (latencyS, i)).ToDictionary(x => x.latencyS, x => (ushort)x.i);
        _index = [.. all.Select(latencyS => position[latencyS])];
    }

    /// <summary>Latency in seconds.</summary>
    public double this[int ingress, int site]
    {
        get
        {
            var entry = ingress * _sites + site;
            return _index is null ? _distinctS[entry] : _distinctS[_index[entry]];
        }
    }
}
