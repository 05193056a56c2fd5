using ControlPlane.Fleet.Control;

namespace ControlPlane.Core.Tests.Fleet.Control;

/// <summary>Tenants and their quotas.</summary>
public sealed class NodeTenantTests
{
    private readonly TestNode _test = new();

    [Fact]
    public void A_tenant_at_its_quota_is_refused_until_one_of_its_jobs_has_ended()
    {
        Assert.Equal(new TenantView("lab", 0, 2), _test.Node.SetQuota("lab", 2, "ann"));
        Assert.Equal([SubmitVerdict.Accepted, SubmitVerdict.Accepted, SubmitVerdict.Busy], new[] { "a", "b", "c" }.Select(id => _test.Submit(id, "lab")));
        Assert.Equal(SubmitVerdict.Accepted, _test.Submit("d"));
        Assert.Equal([new TenantView("default", 1, null), new TenantView("lab", 2, 2)], _test.Node.Tenants());
        _test.Node.Cancel("a", "ann", _test.Rules);
        Assert.Equal(SubmitVerdict.Accepted, _test.Submit("c", "lab"));
    }

    [Fact]
    public void A_quota_that_is_lowered_lets_jobs_stay_and_one_that_is_taken_away_lets_all_in()
    {
        _test.Submit("a", "lab");
        _test.Node.SetQuota("lab", 0, "ann");
        Assert.Equal(SubmitVerdict.Busy, _test.Submit("b", "lab"));
        Assert.Equal(JobState.Held, _test.Node.FindJob("a")!.State);
        _test.Node.SetQuota("lab", null, "ann");
        Assert.Equal(SubmitVerdict.Accepted, _test.Submit("b", "lab"));
        Assert.Equal([new TenantView("lab", 2, null)], _test.Node.Tenants());
    }

    [Fact]
    public void Quotas_are_audited_once_and_come_back_from_the_journal_and_from_a_snapshot()
    {
        _test.Node.SetQuota("lab", 7, "ann");
        _test.Node.SetQuota("lab", 7, "bob");
        _test.Node.SetQuota("gone", 1, "ann");
        _test.Node.SetQuota("gone", null, "bob");
        _test.Submit("a");
        var again = _test.Restored();
        Assert.Equal([new TenantView("default", 1, null), new TenantView("lab", 0, 7)], again.Tenants());
        Assert.Equal(
            [("bob", "gone", "none"), ("ann", "gone", "1"), ("ann", "lab", "7")],
            again.Audit(10).Where(a => a.Action == "tenant.quota").Select(a => (a.Actor, a.Subject, a.Detail)));
    }

    [Theory]
    [InlineData("the lab", 1, "tenant")]
    [InlineData("", 1, "tenant")]
    [InlineData("lab", -1, "quota")]
    [InlineData("lab", 1_000_001, "quota")]
    public void A_wrong_name_or_quota_is_refused_with_its_field(string tenant, int quota, string field)
    {
        var refused = Assert.Throws<ControlException>(() => _test.Node.SetQuota(tenant, quota, "ann"));
        Assert.Equal((ControlProblem.Invalid, field), (refused.Problem, refused.Field));
        Assert.Empty(_test.Node.Tenants());
    }
}
