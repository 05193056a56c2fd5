using ControlPlane.Client.Regions;

namespace ControlPlane.Client.Orleans.Regions.Playing;

/// <summary>Plays a scenario's arrivals against a live region.</summary>
internal sealed class Player
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);
    private readonly RegionConnection _connection;
    private readonly RegionFleet _fleet;
    private readonly PlayPlan _plan;
    private readonly PlayTally _tally = new(TimeProvider.System);
    private readonly JobFollower[] _followers;
    private readonly IngressPlay[] _ingresses;
    private readonly Action<string> _tell;
    private TimeSpan _took;

    private Player(RegionConnection connection, RegionFleet fleet, PlayPlan plan, Action<string> tell)
    {
        (_connection, _fleet, _plan, _tell) = (connection, fleet, plan, tell);
        _followers = [.. fleet.Ingresses.Select((_, i) => new JobFollower(fleet.Ingress(i), connection.Calls, _tally))];
        _ingresses = [.. _followers.Select((follower, i) => new IngressPlay(fleet.Ingress(i), connection.Calls, _tally, follower, Patience))];
    }

    // A job of a site that cannot be reached comes back when the lease is over: until then nothing need move.
    private TimeSpan Patience => _connection.Target.GiveUp + TimeSpan.FromSeconds(_fleet.Terms.LeaseS + _fleet.Terms.LeaseMarginS);

    private int Live => _followers.Sum(f => f.Live);

    /// <summary>Plays.</summary>
    /// <param name="connection">The way to the region.</param>
    /// <param name="request">What.</param>
    /// <param name="tell">Told now and then how far it is.</param>
    public static async Task<PlayResult> Play(RegionConnection connection, PlayRequest request, Action<string> tell)
    {
        var fleet = await RegionFleet.Load(connection).ConfigureAwait(false);
        var player = new Player(connection, fleet, new PlayPlan(request, fleet, TimeProvider.System), tell);
        var isCancelled = await player.Play(request.Waits).ConfigureAwait(false);
        // After Ctrl-C the ledgers are still worth a look, but not a long one.
        var reader = isCancelled ? fleet.Through(new GrainCalls(connection.Target with { GiveUp = LastWords }, TimeProvider.System, CancellationToken.None)) : fleet;
        var reading = await PlayReading.Take(reader, request.Waits && !isCancelled ? LastWords : TimeSpan.Zero).ConfigureAwait(false);
        return PlayReport.Of(new PlayedStudy(connection, fleet, request, player._plan.FirstId, player._tally, reading, player._took, player.Live, isCancelled));
    }

    private async Task<bool> Play(bool waits)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_connection.Cancellation);
        var start = TimeProvider.System.GetTimestamp();
        var following = Guard([.. _followers.Select(f => f.Follow(end.Token)), Tell(end.Token)], end);
        try
        {
            await Guard([Dispatch(end.Token), .. _ingresses.Select(i => i.Send(end.Token))], end).ConfigureAwait(false);
            _took = TimeProvider.System.GetElapsedTime(start);
            while (waits && Live > 0 && _tally.Still < Patience)
                await Task.Delay(Tick, end.Token).ConfigureAwait(false);
            return false;
        }
        catch (OperationCanceledException) when (_connection.Cancellation.IsCancellationRequested)
        {
            _took = TimeProvider.System.GetElapsedTime(start);
            return true;
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Quietly(following).ConfigureAwait(false);
        }
    }

    private async Task Dispatch(CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            foreach (var job in _plan.Jobs())
            {
                var wait = TimeSpan.FromSeconds(job.DueS) - TimeProvider.System.GetElapsedTime(start);
                // Timers are not finer than that, and jobs that are due together travel together.
                if (wait > TimeSpan.FromMilliseconds(1))
                    await Task.Delay(wait, cancellation).ConfigureAwait(false);
                await _ingresses[job.Ingress].Add(job.Request, cancellation).ConfigureAwait(false);
                _tally.Sent++;
            }
        }
        finally
        {
            foreach (var ingress in _ingresses)
                ingress.Close();
        }
    }

    private async Task Tell(CancellationToken cancellation)
    {
        while (true)
        {
            _tell($"{_tally.Sent} submitted, {_tally.Acknowledged} acknowledged, {_tally.Ended} ended, {_connection.Calls.Repeated} calls repeated");
            await Task.Delay(Tick, cancellation).ConfigureAwait(false);
        }
    }

    // The first that fails ends the others.
    private static Task Guard(IEnumerable<Task> tasks, CancellationTokenSource end) => Task.WhenAll(tasks.Select(async task =>
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch
        {
            await end.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }));

    private async Task Quietly(Task following)
    {
        try
        {
            await following.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }
    }
}
