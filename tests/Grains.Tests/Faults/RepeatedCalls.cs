using System.Reflection;
using ControlPlane.Grains.Interfaces;

namespace ControlPlane.Grains.Tests.Faults;

/// <summary>
/// A network that delivers every message of the job protocol one to three times: some copies at once, some so late that later messages overtake them. The caller
/// gets the first answer that comes.
/// </summary>
/// <param name="seed">Seed of its plan.</param>
internal sealed class RepeatedCalls(int seed) : IOutgoingGrainCallFilter
{
    private static readonly HashSet<string> Messages =
    [
        nameof(IDataCenterGrain.Tell), nameof(IIngressGrain.Report), nameof(IIngressGrain.Renew), nameof(IIngressGrain.Submit), nameof(IIngressGrain.Cancel),
    ];

    // A copy goes through the filter as well, in the very call that sends it.
    [ThreadStatic]
    private static bool _isCopy;

    private readonly Random _random = new(seed);
    private int _sent;
    private int _delivered;

    /// <summary>Messages that were sent.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Messages that arrived, copies included.</summary>
    public int Delivered => Volatile.Read(ref _delivered);

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (_isCopy || context.Grain is not (IDataCenterGrain or IIngressGrain) || !Messages.Contains(context.MethodName))
        {
            await context.Invoke();
            return;
        }

        Interlocked.Increment(ref _sent);
        object?[] arguments = [.. Enumerable.Range(0, context.Request.GetArgumentCount()).Select(context.Request.GetArgument)];
        Task<object?>[] copies = [.. Delays().Select(delay => Deliver(context.InterfaceMethod, context.Grain, arguments, delay))];
        context.Result = await await Task.WhenAny(copies);
    }

    private static Task Send(MethodInfo method, object grain, object?[] arguments)
    {
        _isCopy = true;
        try
        {
            return (Task)method.Invoke(grain, arguments)!;
        }
        finally
        {
            _isCopy = false;
        }
    }

    private async Task<object?> Deliver(MethodInfo method, object grain, object?[] arguments, TimeSpan delay)
    {
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay);
        var call = Send(method, grain, arguments);
        await call;
        Interlocked.Increment(ref _delivered);
        return call.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(call);
    }

    private TimeSpan[] Delays()
    {
        lock (_random)
        {
            // One of them soon, so that the region gets on; the others from at once to long after it has moved on.
            return [Soon(), .. Enumerable.Range(0, _random.Next(3)).Select(_ => _random.Next(3) == 0 ? Soon() : TimeSpan.FromMilliseconds(_random.Next(1_500)))];
        }
    }

    private TimeSpan Soon() => TimeSpan.FromMilliseconds(_random.Next(2) == 0 ? 0 : _random.Next(30));
}
