using ControlPlane.Fleet.Randomness;
using ControlPlane.Grains.Interfaces.Simulated;

namespace ControlPlane.Client.Orleans;

/// <summary>
/// The one random stream of a run in the published order, from which the event loop and the policy grain draw in turn. Each side has a copy; since a
/// stream is its seed and its position, telling each other the position around every operation that asks the policy keeps them one.
/// </summary>
/// <param name="stream">The event loop's copy; null when nothing is shared, and then nothing is told.</param>
/// <param name="policy">The holder of the other copy.</param>
internal sealed class SharedStream(PythonRandom? stream, ISimulatedPolicyGrain policy)
{
    private long _agreed;

    /// <summary>Waits for an operation that may draw.</summary>
    /// <param name="operation">Calls a grain that asks the policy.</param>
    public T Around<T>(Func<Task<T>> operation)
    {
        if (stream is null)
            return Wait(operation());
        if (stream.Position != _agreed)
            Wait(policy.AlignStream(stream.Position));
        var result = Wait(operation());
        _agreed = Wait(policy.AlignStream(stream.Position));
        stream.MoveTo(_agreed);
        return result;
    }

    // The event loop has a thread of its own, which waits: that gives the operations of a run one total order.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
