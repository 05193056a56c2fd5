using System.Globalization;
using System.Runtime.CompilerServices;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Silo.Orleans.Plane;

/// <content>Policies, the ledger, events and the audit log.</content>
internal sealed partial class ClusterPlane
{
    private const int EventsAtOnce = 1_000;

    /// <summary>
    /// The ledger. Homes say how many jobs sites have, sites how many of these run; the others wait there, or their message or report is on its way. Each home's ledger
    /// closes by itself, so that their sum does, however the readings of sites lie in time.
    /// </summary>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<LedgerView> Ledger(CancellationToken cancellation = default) => calls.Call(
        async region =>
        {
            var sites = calls.AskSites(region, s => s.Show());
            var books = await calls.AskIngresses(region, i => i.Book());
            SiteLedger[] parts = [.. (await sites).Select(s => s.ToFleet().Show(region)).Select(s => new SiteLedger(s.Name, s.Queued, s.Running, s.Finished, s.EnergyKwh))];
            var (placed, failed) = (books.Sum(b => (long)b.Home.Placed), books.Sum(b => b.Failed));
            var running = Math.Min(placed, parts.Sum(p => p.Running));
            return new LedgerView(
                books.Sum(b => b.Home.Submitted - b.Home.Rejected),
                books.Sum(b => (long)b.Home.Held + b.Home.Sending),
                placed - running,
                running,
                books.Sum(b => b.Home.Completed),
                books.Sum(b => b.Home.Cancelled) - failed,
                failed,
                parts.Sum(p => p.EnergyKwh),
                parts);
        },
        cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ControlEvent> Events(long after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (true)
        {
            var region = await calls.Find(cancellation);
            var events = await _events.After(region, after, EventsAtOnce, cancellation);
            foreach (var entry in events)
            {
                after = entry.Number;
                yield return entry;
            }

            if (events.Count == 0)
                await Task.Delay(AskEvery, time, cancellation);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuditEntry>> Audit(int most, CancellationToken cancellation = default) => calls.Call(
        async _ => (IReadOnlyList<AuditEntry>)[.. (await calls.Coordinator.Audit(most)).Select(a => new AuditEntry(a.Number, a.At, a.Actor, a.Action, a.Subject, a.Detail))],
        cancellation);

    /// <inheritdoc/>
    public Task<bool> Note(string actor, string action, string subject, string detail, CancellationToken cancellation = default) => calls.Call(
        async _ =>
        {
            await calls.Coordinator.Note(actor, action, subject, detail);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<JobReasons?> Why(string id, CancellationToken cancellation = default)
    {
        if (await FindJob(id, cancellation) is not { } job)
            return null;
        return await calls.Call(region => Why(region, job), cancellation);
    }

    private async Task<JobReasons> Why(Region region, JobView job)
    {
        var asked = JobBook.Job(job.Submission, region.Model, JobBook.FirstNumber, region.Clock.NowS, region.Clock.SecondsOf);
        var home = calls.Home(region, job.Submission.Id);
        var (explaining, atHome, atSites) = (
            calls.Worker.Explain(asked.ToWire(), region.Clock.NowS, CanaryShare.Of(job.Submission.Id)), home.History(job.Submission.Id), calls.AskSites(region, s => s.History(job.Submission.Id)));
        var explanation = await explaining;
        RegionEvent[] history = [.. (await atSites).SelectMany(e => e).Concat(await atHome).Select(e => e.ToFleet()).OrderBy(e => e.AtS)];
        return new JobReasons(
            job,
            $"{explanation.Policy.Name} (version {explanation.Version}{(explanation.IsCanary ? ", canary" : "")}): {explanation.Rule}",
            job.State is JobState.Held ? null : job.SubmittedAt,
            null,
            [.. explanation.Options.Select(o => Show(region, o, job, explanation.ScoreName))],
            [.. history.Select((e, i) => ClusterEvents.Show(region, e, i + 1))]);
    }

    private static OptionView Show(Region region, ScoredOptionRecord option, JobView job, string scoreName)
    {
        var spec = region.Model.Sites[option.Site];
        var asks = option.Allocation.Gpus > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{option.Allocation.Gpus} GPUs at clock {spec.Clocks[option.Allocation.ClockLevel]}; ")
            : "";
        return new OptionView(spec.Name, spec.Name == job.Site, option.Masked, option.Score, asks + scoreName);
    }
}
