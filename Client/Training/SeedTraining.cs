using ControlPlane.Simulation.Reports.Training;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>One session on the thread that it is made on, with everything that it keeps.</summary>
internal sealed class SeedTraining
{
    private readonly TrainRequest _request;
    private readonly Action<SeedStatus> _tell;
    private readonly TimeProvider _time;
    private readonly SeedFolder _folder;
    private readonly TrainingIdentity _identity;
    private readonly TrainingCourse _session;
    private readonly List<TelemetryRow> _rows;
    private readonly long _seed;
    private readonly long _began;
    private readonly int _firstRound;
    private readonly long _firstUpdates;
    private SeedStatus _status;

    /// <summary>Begins, or goes on from what is kept.</summary>
    /// <param name="request">What is trained.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="tell">Told how far it is, on this thread.</param>
    /// <param name="time">The clock, for what it tells.</param>
    public SeedTraining(TrainRequest request, long seed, Action<SeedStatus> tell, TimeProvider time)
    {
        (_request, _seed, _tell, _time) = (request, seed, tell, time);
        (_folder, _identity) = (SeedFolder.Of(request, seed), TrainingIdentity.Of(request.What, seed));
        _session = request.What.Begin(seed);
        if (request.Resumes && _folder.HasCheckpoint)
            _folder.Restore(_session);
        _rows = [.. _folder.Telemetry.Read(_session.Round, _session.FigureNames.Count)];
        _folder.Telemetry.Begin(_session.FigureNames, _rows);
        (_began, _firstRound, _firstUpdates) = (time.GetTimestamp(), _session.Round, _session.Updates);
        _status = SeedStatus.Of(seed) with { Last = _rows.FindLast(r => r.Round.HeldOut is not null)?.Round.HeldOut, Best = Curve.Best?.HeldOut };
    }

    private TrainingCurve Curve => new(_seed, [.. _rows.Select(r => r.Round)]) { ProcessorS = _rows.Sum(r => r.ProcessorS) };

    /// <summary>Goes through the rounds that are left.</summary>
    /// <param name="cancellation">Ends it; what is kept is then that of the last whole round.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainedSeed Run(CancellationToken cancellation)
    {
        Tell(SeedStage.Learning, 0);
        while (!_session.IsDone)
            Keep(Next(cancellation));
        Tell(_session.EndedEarly ? SeedStage.EndedEarly : SeedStage.Done, 0);
        return new(Curve, _session.EndedEarly);
    }

    private TelemetryRow Next(CancellationToken cancellation)
    {
        var fromS = ThreadTime.NowS();
        var round = _session.Next(share => Tell(SeedStage.Learning, share), cancellation);
        return new(round, Math.Round(ThreadTime.NowS() - fromS, 2));
    }

    // The checkpoint comes last: killed before it, the round is done again, and all that it keeps is the same.
    private void Keep(TelemetryRow row)
    {
        if (_session.NewBest is { } model)
            _folder.Keep(model);
        _folder.Telemetry.Add(row);
        _folder.Keep(_session, _identity);
        _rows.Add(row);
        _status = _status with { Last = row.Round.HeldOut ?? _status.Last, Best = Curve.Best?.HeldOut };
        Tell(SeedStage.Learning, 0);
    }

    private void Tell(SeedStage stage, double share)
    {
        var passedS = _time.GetElapsedTime(_began).TotalSeconds;
        var done = _session.Round - _firstRound + share;
        var left = _request.What.Rounds - _session.Round - share;
        _status = _status with
        {
            Stage = stage,
            Round = _session.Round,
            Share = share,
            Decisions = _session.Decisions,
            Updates = _session.Updates,
            UpdatesPerS = passedS > 0 && done > 0 ? (_session.Updates - _firstUpdates) / passedS : double.NaN,
            LeftS = stage != SeedStage.Learning ? 0 : done > 0 ? passedS * left / done : double.NaN,
        };
        _tell(_status);
    }
}
