using System.Collections.Immutable;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains;

/// <content>Jobs with ids, as the HTTP API submits them.</content>
public sealed partial class IngressGrain
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<SubmitReply>> SubmitJobs(ImmutableArray<SubmissionRecord> jobs)
    {
        // What is acknowledged here must come back without being called.
        await Wake();
        var nowS = NowS;
        JobSubmission[] submissions = [.. jobs.Select(j => j.ToFleet())];
        bool[] isValid = [.. submissions.Select(s => SubmissionRules.Complain(s, Region.Model) is null)];
        JobSubmission[] valid = [.. submissions.Where((_, i) => isValid[i])];
        var placements = await Decide(
            [.. valid.Select(s => JobBook.Job(s, Region.Model, JobBook.FirstNumber, nowS, Region.Clock.SecondsOf).ToWire())],
            nowS,
            [.. valid.Select(s => SubmissionRules.Preferred(s, Region.Model)?.ToWire())],
            [.. valid.Select(s => CanaryShare.Of(s.Id))]);
        var next = 0;
        (JobSubmission Job, Fleet.Decisions.Placement Placement)[] decided =
            [.. submissions.Select((s, i) => (s, isValid[i] ? placements[next++] : Fleet.Decisions.Placement.Hold))];
        return await Perform(book => decided.Select(d => book.Submit(d.Job, d.Placement, nowS).ToWire()).ToImmutableArray());
    }

    /// <inheritdoc/>
    public Task<JobCardRecord?> FindJob(string id) => Perform(book => book.Find(id)?.ToWire());

    /// <inheritdoc/>
    public Task<ImmutableArray<JobCardRecord>> ListJobs(BookFilterRecord filter)
    {
        var asked = filter.ToFleet();
        return Perform(book => book.List(asked).Select(j => j.ToWire()).ToImmutableArray());
    }

    /// <inheritdoc/>
    public Task<bool?> CancelJob(string id, string actor) => Perform(book => book.Cancel(id, actor, NowS));

    /// <inheritdoc/>
    public Task<BookAccountRecord> Book() => Perform(book => new BookAccountRecord(
        book.Home.Counts.ToWire(), book.Failed, [.. book.Tenants.Select(t => new TenantCountRecord(t.Name, t.Live))], book.Home.Capacity));

    /// <inheritdoc/>
    public Task<ImmutableArray<EventRecord>> Events(long after, int most) => Perform(book => book.Events(after, most).ToWire());

    /// <inheritdoc/>
    public Task<ImmutableArray<EventRecord>> History(string job) => Perform(book => book.History(job).ToWire());
}
