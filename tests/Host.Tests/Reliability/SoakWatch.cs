using System.Globalization;
using ControlPlane.Host.Tests.Operating;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>Looks at a node once a second: memory, heap, journal, live jobs.</summary>
/// <param name="node">The node's process.</param>
/// <param name="api">Asks it.</param>
/// <param name="folder">Its data folder.</param>
internal sealed class SoakWatch(NodeProcess node, NodeApi api, string folder)
{
    private readonly List<double> _memoryMib = [];
    private readonly List<double> _heapMib = [];

    /// <summary>The most bytes that the files of the journal had.</summary>
    public long MostJournalBytes { get; private set; }

    /// <summary>The most jobs that had not ended.</summary>
    public long MostLive { get; private set; }

    /// <summary>The most resident memory, MiB.</summary>
    public double MostMemoryMib => _memoryMib.Max();

    /// <summary>Watches until it is stopped.</summary>
    /// <param name="end">Stops it.</param>
    public async Task Run(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            _memoryMib.Add(node.Memory / 1048576.0);
            _heapMib.Add(Heap(await api.Metrics()) / 1048576.0);
            MostJournalBytes = Math.Max(MostJournalBytes, new DirectoryInfo(folder).EnumerateFiles("journal.db*").Sum(f => f.Exists ? f.Length : 0));
            MostLive = Math.Max(MostLive, (await api.Host()).Live);
            await Task.Delay(1000, CancellationToken.None);
        }
    }

    /// <summary>
    /// By how much the line fitted to the second half of the samples grows over that half, as a share of their mean: of resident memory and of the heap after collections.
    /// What is bounded stays near 0; what leaks grows by a third or more, since the second half then adds as much as the first.
    /// </summary>
    public (double Memory, double Heap) Growth() => (Growth(_memoryMib), Growth(_heapMib));

    private static double Growth(List<double> samples)
    {
        var half = samples.Skip(samples.Count / 2).ToArray();
        var (meanX, meanY) = ((half.Length - 1) / 2.0, half.Average());
        var slope = half.Select((y, x) => (x - meanX) * (y - meanY)).Sum() / half.Select((_, x) => (x - meanX) * (x - meanX)).Sum();
        return slope * half.Length / meanY;
    }

    private static double Heap(string metrics) => metrics.Split('\n')
        .Where(l => l.StartsWith("dotnet_gc_last_collection_heap_size_bytes{", StringComparison.Ordinal))
        .Sum(l => double.Parse(l[(l.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
}
