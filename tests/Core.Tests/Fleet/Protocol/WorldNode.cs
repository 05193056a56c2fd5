using ControlPlane.Fleet.Journal;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>
/// A host of one state machine: it commits a moment after it has worked, and only then its replies and messages leave. It may crash before a commit, which takes
/// back what it did, or after one, which keeps its replies from leaving. It comes back from its last snapshot and the operations after it.
/// </summary>
internal abstract class WorldNode(ProtocolWorld world)
{
    private readonly List<Action> _outgoing = [];
    private readonly List<byte> _journal = [];
    private byte[]? _snapshot;
    private bool _commits;

    public bool IsUp { get; private set; }

    /// <summary>Counts the times it came up: a reply to one that is gone reaches nobody.</summary>
    public int Incarnation { get; private set; }

    public double ClockS => World.NowS + SkewS;

    protected ProtocolWorld World { get; } = world;

    protected double SkewS { get; set; }

    public void Start()
    {
        if (IsUp)
            return;
        _commits = false;
        Restore();
        IsUp = true;
        Incarnation++;
        Handle(CameUp);
    }

    /// <summary>Works, if it is up.</summary>
    public void Handle(Action work)
    {
        if (!IsUp)
            return;
        work();
        Worked();
        if (_commits)
            return;
        _commits = true;
        var incarnation = Incarnation;
        World.After(World.Random.NextUniform() * 0.05, () => Commit(incarnation));
    }

    public void Crash(double downS)
    {
        if (!IsUp)
            return;
        IsUp = false;
        _outgoing.Clear();
        Discard();
        World.After(downS, Start);
    }

    /// <summary>A message or reply that leaves with the next commit.</summary>
    protected void Send(Action message)
    {
        if (World.Settings.SendsBeforeCommit)
            message();
        else
            _outgoing.Add(message);
    }

    /// <summary>Does something again and again until the node goes down.</summary>
    protected void Every(double periodS, Action work)
    {
        var incarnation = Incarnation;
        World.After(periodS, Again);

        void Again()
        {
            if (!IsUp || incarnation != Incarnation)
                return;
            Handle(work);
            World.After(periodS, Again);
        }
    }

    protected void AfterIfUp(double delayS, Action work)
    {
        var incarnation = Incarnation;
        World.After(delayS, () =>
        {
            if (incarnation == Incarnation)
                Handle(work);
        });
    }

    protected abstract OperationBuffer Operations { get; }

    protected abstract IJournalled Live { get; }

    /// <summary>Makes an empty state machine.</summary>
    protected abstract IJournalled MakeEmpty();

    protected abstract void Use(IJournalled restored);

    protected abstract void CameUp();

    /// <summary>After every piece of work.</summary>
    protected abstract void Worked();

    protected abstract void Committed();

    protected abstract void Discard();

    private static byte[] Save(IJournalled entity)
    {
        var writer = new StateWriter();
        entity.Save(writer);
        return writer.Written.ToArray();
    }

    private void Commit(int incarnation)
    {
        if (incarnation != Incarnation || !IsUp)
            return;
        _commits = false;
        if (World.Strikes(World.Settings.CommitCrash))
        {
            Crash(World.DownS());
            return;
        }

        _journal.AddRange(Operations.Bytes.Span);
        Committed();
        if (World.Random.NextBelow(20) == 0)
            Compare();
        if (World.Strikes(World.Settings.CommitCrash))
        {
            Crash(World.DownS());
            return;
        }

        Action[] leaving = [.. _outgoing];
        _outgoing.Clear();
        foreach (var message in leaving)
            message();
    }

    private void Compare()
    {
        var live = Save(Live);
        World.Require(live.AsSpan().SequenceEqual(Save(Replayed())), $"{GetType().Name}: a replay gives another state");
        if (World.Random.NextBelow(2) != 0)
            return;
        _snapshot = live;
        _journal.Clear();
    }

    private void Restore() => Use(Replayed());

    private IJournalled Replayed()
    {
        var entity = MakeEmpty();
        if (_snapshot is not null)
        {
            var reader = new StateReader(_snapshot);
            entity.Load(ref reader);
            reader.RequireEnd();
        }

        OperationBuffer.ReplayAll([.. _journal], entity);
        return entity;
    }
}
