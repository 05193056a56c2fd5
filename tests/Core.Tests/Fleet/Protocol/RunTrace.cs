using System.Buffers.Binary;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>
/// The log of a site's desk, which also writes down when which job ran there: from the start of a run, as the run says, to the moment of the operation that ended it.
/// What a crash takes back did not happen.
/// </summary>
internal sealed class RunTrace(int site, double skewS) : IOperationLog
{
    private readonly List<RanHere> _ended = [];
    private Dictionary<(int Slot, int Generation), Run> _running = [];
    private Dictionary<(int Slot, int Generation), Run> _durable = [];
    private StateWriter? _open;
    private double _lastS;

    public OperationBuffer Operations { get; } = new();

    /// <summary>What runs at the site, asked before and after every operation.</summary>
    public Action<Action<Run>>? Visit { get; set; }

    public StateWriter Open()
    {
        Observe();
        return _open = Operations.Open();
    }

    public void Close()
    {
        // Every operation begins with its kind and its moment.
        _lastS = BinaryPrimitives.ReadDoubleLittleEndian(_open!.Written.Span[1..]);
        Operations.Close();
    }

    public void Observe()
    {
        var present = new Dictionary<(int, int), Run>();
        Visit?.Invoke(run => present.Add((run.Slot, run.Generation), run));
        foreach (var (key, run) in _running)
        {
            if (!present.ContainsKey(key))
                _ended.Add(new RanHere(run.Item.Job.Ingress, run.Item.Job.Id.Value, site, run.StartS - skewS, _lastS - skewS));
        }

        _running = present;
    }

    public void Commit(List<RanHere> world)
    {
        Observe();
        world.AddRange(_ended);
        _ended.Clear();
        _durable = _running;
        Operations.Clear();
    }

    public void Crash()
    {
        _ended.Clear();
        _running = _durable;
        Operations.Clear();
    }
}
