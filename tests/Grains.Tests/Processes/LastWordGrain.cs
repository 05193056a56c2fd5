using System.Collections.Concurrent;

namespace ControlPlane.Grains.Tests.Processes;

/// <summary>Finishes when the test lets it; the test sees whether it did.</summary>
internal sealed class LastWordGrain : Grain, ILastWordGrain
{
    /// <summary>The grains that have finished.</summary>
    public static ConcurrentDictionary<string, bool> Finished { get; } = [];

    /// <summary>What each grain waits for before it finishes.</summary>
    public static ConcurrentDictionary<string, Task> WaitsFor { get; } = [];

    public Task Wake() => Task.CompletedTask;

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // As a journal would: a write that is under way comes back after a while.
        await WaitsFor[this.GetPrimaryKeyString()];
        Finished[this.GetPrimaryKeyString()] = true;
    }
}
