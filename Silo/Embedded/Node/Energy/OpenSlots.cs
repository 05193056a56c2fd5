using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Policies.Dispatch.Live;

namespace ControlPlane.Silo.Embedded.Node.Energy;

/// <summary>Answers open slots beside the node's loop, each once.</summary>
/// <param name="sites">The dispatchers, by site index.</param>
/// <param name="decide">Gives the node a decision for a slot of a site.</param>
/// <param name="decided">Is told who decided for a site.</param>
internal sealed class OpenSlots(SiteDispatcher?[] sites, Func<int, long, SlotDecision, Task> decide, Action<int, SlotSource> decided)
{
    // Numbers of slots begin at 0.
    private readonly long[] _asked = [.. sites.Select(_ => -1L)];

    /// <summary>Answers those that nobody answers yet.</summary>
    /// <param name="questions">The slots without a decision.</param>
    public void Answer(IReadOnlyList<DispatchQuestion> questions)
    {
        foreach (var question in questions)
        {
            if (Interlocked.Exchange(ref _asked[question.Site], question.Slot) != question.Slot)
                _ = Task.Run(() => Answer(question));
        }
    }

    private async Task Answer(DispatchQuestion question)
    {
        try
        {
            var decision = await sites[question.Site]!.Decide(question);
            await decide(question.Site, question.Slot, decision);
            decided(question.Site, decision.Source);
        }
        catch (Exception failure) when (failure is ControlException or OperationCanceledException or ObjectDisposedException)
        {
            // The journal is away or the node stops: the next look, if there is one, asks again.
            Interlocked.CompareExchange(ref _asked[question.Site], -1, question.Slot);
        }
    }
}
