using ControlPlane.Fleet.Control;

namespace ControlPlane.Contract.Tests;

/// <content>Jobs: submitted, found, listed, withdrawn.</content>
public abstract partial class PlaneContract
{
    [Fact]
    public async Task Each_submission_of_a_list_is_answered_by_itself()
    {
        var plane = await Open();
        Assert.Equal(SubmitVerdict.Accepted, (await Submit(plane, Job("a"))).Outcome);
        var results = await plane.Submit([Job("b"), Job("a"), Job("a", 7), Job("no name"), Job("c") with { AllowedSites = ["north"] }, Job("d") with { Ingress = "gw-b" }]);
        Assert.Equal(
            [SubmitVerdict.Accepted, SubmitVerdict.Known, SubmitVerdict.Conflict, SubmitVerdict.Invalid, SubmitVerdict.Invalid, SubmitVerdict.Accepted],
            results.Select(r => r.Outcome));
        Assert.Equal(["b", "a", "a", "no name", "c", "d"], results.Select(r => r.Id));
        Assert.Contains("north", results[4].Reason!, StringComparison.Ordinal);
        Assert.Equal(3, (await Closed(plane)).Submitted);
    }

    [Fact]
    public async Task A_host_that_is_full_refuses_and_says_when_to_come_again()
    {
        var plane = await Open(capacity: 3);
        var results = await plane.Submit([.. Enumerable.Range(0, 40).Select(i => Job($"job-{i}"))]);
        var refused = results.Where(r => r.Outcome == SubmitVerdict.Busy).ToArray();
        Assert.NotEmpty(refused);
        Assert.All(refused, r => Assert.True(r.RetryAfterS > 0 && r.Reason!.Contains('3', StringComparison.Ordinal)));
        Assert.Equal(results.Count(r => r.Outcome == SubmitVerdict.Accepted), (await Closed(plane)).Submitted);
    }

    [Fact]
    public async Task A_job_is_found_as_it_was_submitted()
    {
        var plane = await Open();
        var asked = Job("found") with
        {
            Ingress = "gw-b", Tenant = "lab", Priority = 4, Deadline = new DateTimeOffset(2031, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), ForbiddenSites = ["east"], PreferredSites = ["west"],
        };
        await Submit(plane, asked);
        var job = (await plane.FindJob("found"))!;
        Assert.Equal(JobState.Held, job.State);
        Assert.Equal((null, 0, 1_000.0, 0), (job.Site, job.Gpus, job.RemainingUnits, job.Attempts));
        Assert.Equal(asked, job.Submission with { AllowedSites = null, ForbiddenSites = asked.ForbiddenSites, PreferredSites = asked.PreferredSites });
        Assert.Equal(["east"], job.Submission.ForbiddenSites);
        Assert.Equal(["west"], job.Submission.PreferredSites);
        Assert.Null(await plane.FindJob("lost"));
        Assert.Contains(await plane.Tenants(), t => t is { Name: "lab", Live: 1 });
    }

    [Fact]
    public async Task Pages_give_every_job_once_the_newest_first()
    {
        var plane = await Open();
        for (var i = 0; i < 17; i++)
            await Submit(plane, Job($"job-{i}") with { Tenant = i % 3 == 0 ? "lab" : null });
        List<string> all = [];
        string? after = null;
        do
        {
            var page = await plane.ListJobs(new JobFilter { Most = 5, After = after });
            Assert.True(page.Jobs.Count <= 5);
            all.AddRange(page.Jobs.Select(j => j.Submission.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(Enumerable.Range(0, 17).Reverse().Select(i => $"job-{i}"), all);
        var ofTenant = await plane.ListJobs(new JobFilter { Tenant = "lab" });
        Assert.Equal(["job-15", "job-12", "job-9", "job-6", "job-3", "job-0"], ofTenant.Jobs.Select(j => j.Submission.Id));
    }

    [Fact]
    public async Task A_list_holds_the_states_and_the_site_that_were_asked_for_and_no_others()
    {
        var plane = await Open();
        var east = await TestAgent.Start(plane, "east");
        for (var i = 0; i < 3; i++)
            await Submit(plane, Job($"job-{i}") with { AllowedSites = ["east"] });
        await Submit(plane, Job("held") with { AllowedSites = ["west"] });
        await Patience.Until(() => plane.ListJobs(new JobFilter { States = [JobState.Running] }), p => p.Jobs.Count == 2);
        await Patience.Until(() => plane.ListJobs(new JobFilter { States = [JobState.Queued] }), p => p.Jobs.Count == 1);
        Assert.Equal("held", Assert.Single((await plane.ListJobs(new JobFilter { States = [JobState.Held] })).Jobs).Submission.Id);
        Assert.Equal(3, (await plane.ListJobs(new JobFilter { Site = "east" })).Jobs.Count);
        Assert.Empty((await plane.ListJobs(new JobFilter { Site = "west" })).Jobs);
        var first = Assert.Single((await plane.ListJobs(new JobFilter { States = [JobState.Running, JobState.Queued], Most = 1 })).Jobs).Submission.Id;
        Assert.Equal("job-2", first);
        await Assert.ThrowsAsync<ControlException>(() => plane.ListJobs(new JobFilter { After = "nonsense" }));
        await east.Beat();
    }

    [Fact]
    public async Task A_job_is_withdrawn_wherever_it_is()
    {
        var plane = await Open();
        Assert.Null(await plane.CancelJob("nobody", Operator));
        await Submit(plane, Job("held"));
        Assert.Equal(JobState.Cancelled, (await plane.CancelJob("held", Operator))!.State);
        var east = await TestAgent.Start(plane, "east");
        for (var i = 0; i < 3; i++)
        {
            await Submit(plane, Job($"job-{i}") with { AllowedSites = ["east"] });
            if (i < 2)
                await east.Told($"job-{i}");
        }

        await State(plane, "job-2", JobState.Queued);
        await plane.CancelJob("job-2", Operator);
        await State(plane, "job-2", JobState.Cancelled);
        await plane.CancelJob("job-0", Operator);
        await east.ToldToStop("job-0");
        await State(plane, "job-0", JobState.Cancelled);
        Assert.Equal(JobState.Cancelled, (await plane.CancelJob("job-0", Operator))!.State);
        await Patience.Until(() => Closed(plane), l => l is { Submitted: 4, Cancelled: 3, Running: 1 });
    }
}
