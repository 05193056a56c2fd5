using ControlPlane.Grains.Decisions;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Grains.Tests.Contracts;

public sealed class PolicyMappingTests
{
    private static readonly PolicySpec Spec = new("a", new Dictionary<string, string> { ["b"] = "c" }) { Model = new PolicyModel("d.model", new byte[] { 1, 2 }) };

    [Fact]
    public void A_policy_survives_with_its_model()
    {
        var mapped = Spec.ToWire().ToSpec();
        Assert.Equal("a:b=c", mapped.Label);
        Assert.Equal(("d.model", Spec.Model), (mapped.Model!.Name, mapped.Model));
        Assert.Null((Spec with { Model = null }).ToWire().ToSpec().Model);
    }

    [Fact]
    public void A_model_that_changed_on_its_way_is_refused()
    {
        var record = Spec.Model!.ToWire();
        Assert.Throws<ArgumentException>(() => (record with { Bytes = [1, 3] }).ToModel());
        Assert.Null((record with { Bytes = [] }).ToModel());
    }

    [Fact]
    public void Policies_with_other_models_are_other_policies()
    {
        var other = Spec with { Model = new PolicyModel("d.model", new byte[] { 1, 3 }) };
        Assert.True(RegionRules.AreEqual(Spec.ToWire(), Spec.ToWire()));
        Assert.False(RegionRules.AreEqual(Spec.ToWire(), other.ToWire()));
    }
}
