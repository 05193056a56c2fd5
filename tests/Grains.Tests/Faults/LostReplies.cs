using ControlPlane.Grains.Interfaces;

namespace ControlPlane.Grains.Tests.Faults;

/// <summary>A network that loses replies: the call has done its work, its caller gets a time-out.</summary>
/// <param name="seed">Seed of its plan.</param>
/// <param name="share">Share of the replies that are lost. The third one to each method is lost in any case: however few calls of a kind there are, one is among them.</param>
internal sealed class LostReplies(int seed, double share) : IIncomingGrainCallFilter
{
    private static readonly HashSet<string> Calls =
    [
        nameof(IDataCenterGrain.Tell), nameof(IDataCenterGrain.Wake), nameof(IIngressGrain.Report), nameof(IIngressGrain.Renew),
        nameof(IIngressGrain.Submit), nameof(IIngressGrain.Cancel), nameof(IPolicyGrain.Decide),
    ];

    private const int Always = 3;
    private readonly Dictionary<string, int> _lost = [];
    private readonly Dictionary<string, int> _replies = [];
    private readonly Random _random = new(seed);

    /// <summary>Replies lost, by method.</summary>
    public IReadOnlyDictionary<string, int> Lost
    {
        get
        {
            lock (_random)
                return new Dictionary<string, int>(_lost);
        }
    }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        if (context.Grain is IDataCenterGrain or IIngressGrain or IPolicyGrain && Calls.Contains(context.MethodName) && Loses(context.MethodName))
            throw new TimeoutException("The reply was lost.");
    }

    private bool Loses(string method)
    {
        lock (_random)
        {
            var number = _replies[method] = _replies.GetValueOrDefault(method) + 1;
            if (_random.NextDouble() >= share && number != Always)
                return false;
            _lost[method] = _lost.GetValueOrDefault(method) + 1;
            return true;
        }
    }
}
