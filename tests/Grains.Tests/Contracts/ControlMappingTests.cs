using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using JobState = ControlPlane.Fleet.Control.JobState;

namespace ControlPlane.Grains.Tests.Contracts;

/// <summary>Nothing is lost between the port's types and the wire; every field has a value of its own, so that no two can be swapped.</summary>
public sealed class ControlMappingTests
{
    private static readonly JobSubmission Submission = new()
    {
        Id = "a", SizeUnits = 1, Ingress = "b", Tenant = "c", Priority = 2, Deadline = new DateTimeOffset(2031, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
    };

    [Fact]
    public void Submissions_survive_with_their_sites()
    {
        foreach (IReadOnlyList<string>? allowed in new[] { null, Array.Empty<string>(), ["d", "e"] })
        {
            var mapped = (Submission with { AllowedSites = allowed, ForbiddenSites = ["f"], PreferredSites = ["g", "h"] }).ToWire().ToFleet();
            Assert.Equal(Submission, mapped with { AllowedSites = null, ForbiddenSites = Submission.ForbiddenSites, PreferredSites = Submission.PreferredSites });
            Assert.Equal(allowed, mapped.AllowedSites);
            Assert.Equal(["f"], mapped.ForbiddenSites);
            Assert.Equal(["g", "h"], mapped.PreferredSites);
        }
    }

    [Fact]
    public void What_is_known_of_jobs_and_sites_survives()
    {
        var job = new RegionJob(Submission, 1, JobState.Failed, true, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        var mapped = job.ToWire().ToFleet();
        Assert.Equal(job with { Submission = mapped.Submission }, mapped);
        var run = new RegionRun(1, 2, 3, 4, 5, 6, 7);
        Assert.Equal(run, run.ToWire().ToFleet());
        var site = new RegionSite(new SiteStatus(1, 2, 3, 4, 5, true, false, true, 6, 7), 12, 13, 14, true, "a", 8, 9, 10, 11);
        Assert.Equal(site, site.ToWire().ToFleet());
        var entry = new RegionEvent(1, 2, "a", "b", 3, "c");
        Assert.Equal(entry, Assert.Single(new[] { entry }.ToWire()).ToFleet());
        var result = new SubmitResult("a", SubmitVerdict.Busy, "b", 1);
        Assert.Equal(result, result.ToWire().ToFleet("a"));
        var key = new JobBookFilter([JobState.Running], 1, "a", new JobKey(2, 3), 4);
        Assert.Equal(key with { States = [] }, key.ToWire().ToFleet() with { States = [] });
        Assert.Equal([JobState.Running], key.ToWire().ToFleet().States);
        var preferred = new SiteSet(70, [0, 3, 69]);
        Assert.Equal(preferred.Members, preferred.ToWire().ToFleet().Members);
    }

    [Fact]
    public void What_agents_say_and_hear_survives()
    {
        var (hello, session, change) = (new AgentHello("a", "b", 1), new AgentSession("a", 1, 2), new SiteChange(true, 1, 2));
        Assert.Equal((hello, session, change), (hello.ToWire().ToFleet(), session.ToWire().ToFleet(), change.ToWire().ToFleet()));
        var beat = new AgentBeat { Site = "a", Epoch = 1, Gpus = 2, KnownVersion = 3, Reports = [new AgentReport(1, "b", 2, AgentReportKind.Failed, 3, 4, "c")] };
        var heard = beat.ToWire().ToFleet();
        Assert.Equal(beat with { Reports = heard.Reports }, heard);
        Assert.Equal(beat.Reports, heard.Reports);
        var orders = new AgentOrders(1, [new AgentTask("a", 1, 2, 0.5, 3, 4, 5)], 5);
        Assert.Equal(orders.Tasks, orders.ToWire().ToFleet().Tasks);
        Assert.Equal(new AgentOrders(1, null, 5), (orders with { Tasks = null }).ToWire().ToFleet());
    }

    [Fact]
    public void Enumerations_have_the_same_names_and_numbers_on_both_sides()
    {
        Same<JobState, CardStateCode>();
        Same<SubmitVerdict, VerdictCode>();
        Same<AgentReportKind, AgentReportCode>();
        Same<ControlProblem, ProblemCode>();
    }

    private static void Same<TFleet, TWire>()
        where TFleet : struct, Enum
        where TWire : struct, Enum =>
        Assert.Equal(Enum.GetValues<TFleet>().Select(v => (v.ToString(), Convert.ToInt32(v))), Enum.GetValues<TWire>().Select(v => (v.ToString(), Convert.ToInt32(v))));
}
