using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Core.Tests.Policies.Catalog;

public sealed class PolicyModelTests
{
    private static readonly PolicyModel Second = new("second.model", new byte[] { 1 });

    [Fact]
    public void A_model_is_told_by_its_bytes_and_not_by_its_name()
    {
        Assert.Equal("4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a", Second.Digest);
        Assert.Equal(Second, new PolicyModel("copy.model", new byte[] { 1 }));
        Assert.Equal(Second.GetHashCode(), new PolicyModel("copy.model", new byte[] { 1 }).GetHashCode());
        Assert.NotEqual(Second, new PolicyModel("second.model", new byte[] { 2 }));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("line\nbreak", 1)]
    [InlineData("empty.model", 0)]
    [InlineData("long.model", PolicyModel.MostBytes + 1)]
    public void A_model_without_a_name_or_with_too_few_or_many_bytes_is_refused(string name, int length) =>
        Assert.Throws<ArgumentException>(() => new PolicyModel(name, new byte[length]));

    [Fact]
    public void A_policy_decides_with_the_model_of_its_spec()
    {
        var view = new FleetView(TestFleets.Model(TestFleets.Site("a", 4), TestFleets.Site("b", 4), TestFleets.Site("c", 4)));
        var context = new PolicyContext(view, new RandomStream(1, "test"), null, 1, 1);
        var policy = PolicyCatalog.Create(new PolicySpec("modelled") { Model = Second }, context, ModelledPolicy.Catalog);
        Assert.Equal(1, policy.Place(new Job(new JobId(1), 0, 1, 0), view).Site);
    }

    [Fact]
    public void A_policy_whose_model_was_not_read_is_not_made()
    {
        var context = new PolicyContext(new FleetView(TestFleets.Model(TestFleets.Site("a", 4), TestFleets.Site("b", 4), TestFleets.Site("c", 4))), new RandomStream(1, "test"), null, 1, 1);
        var failure = Assert.Throws<ArgumentException>(() => PolicyCatalog.Create(new PolicySpec("modelled"), context, ModelledPolicy.Catalog));
        Assert.Contains("'modelled' decides with a model, and none was read", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_for_a_policy_that_takes_none_is_refused()
    {
        var failure = Assert.Throws<ArgumentException>(() => PolicyCatalog.Check(new PolicySpec("dp") { Model = Second }));
        Assert.Contains("'dp' takes no model, but one was given: 'second.model'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_a_model_says_by_which_setting_it_is_named() =>
        Assert.All(PolicyCatalog.All, p => Assert.Equal(p.TakesModel, p.Parameters.Contains(PolicyModel.Parameter)));

    [Fact]
    public void The_label_shows_the_file_as_it_was_written()
    {
        var spec = PolicySpec.Parse("modelled:model=runs/best.model", ModelledPolicy.Catalog);
        Assert.Equal("modelled:model=runs/best.model", (spec with { Model = Second }).Label);
        Assert.Contains("the path of a file or 'shipped'", Assert.Throws<FormatException>(() => PolicySpec.Parse("modelled:model=", ModelledPolicy.Catalog)).Message, StringComparison.Ordinal);
    }
}
