using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>Submits one job under a number of its own until it hears that the home has it, and sometimes after that; may cancel it, too.</summary>
internal sealed class WorldClient(ProtocolWorld world, int home, Job job)
{
    private bool _cancels;
    private bool _wantsBack;

    public int Home => home;

    public JobId Id => job.Id;

    public bool IsAcknowledged { get; private set; }

    public bool HasCancelled => !_cancels;

    /// <summary>How the job may end.</summary>
    public bool MayEnd(JobPhase phase) => phase switch
    {
        JobPhase.Rejected => !IsPossible,
        JobPhase.Cancelled => _wantsBack && IsPossible,
        _ => IsPossible,
    };

    private bool IsPossible => job.Constraint is null || job.Constraint.Members.Any();

    public void Start()
    {
        Submit(job);
        if (world.Random.NextBelow(3) == 0)
            world.After(world.Random.NextUniform() * world.Settings.HealS, () => Submit(job));
        // Another job under its number.
        if (world.Random.NextBelow(12) == 0)
            world.After(world.Random.NextUniform() * 20, () => Submit(job with { SizeUnits = job.SizeUnits + 1 }));
        if (world.Random.NextBelow(4) != 0)
            return;
        _wantsBack = _cancels = true;
        world.After(world.Random.NextUniform() * 60, Cancel);
    }

    private void Submit(Job copy)
    {
        var isAnswered = false;
        world.CarryPublic(() => world.Homes[home].Submit(copy, outcome => world.CarryPublic(() =>
        {
            isAnswered = outcome != SubmitOutcome.Full;
            IsAcknowledged |= isAnswered;
        })));
        world.After(1 + world.Random.NextUniform() * 4, () =>
        {
            if (!isAnswered)
                Submit(copy);
        });
    }

    private void Cancel()
    {
        if (!_cancels)
            return;
        world.CarryPublic(() => world.Homes[home].Cancel(job.Id, outcome => world.CarryPublic(() => _cancels &= outcome == CancelOutcome.Unknown)));
        world.After(1 + world.Random.NextUniform() * 4, Cancel);
    }
}
