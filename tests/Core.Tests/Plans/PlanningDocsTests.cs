using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Plans;
using ControlPlane.Simulation.Plans.Files;

namespace ControlPlane.Core.Tests.Plans;

public sealed class PlanningDocsTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "PLANNING.md"));

    [Fact]
    public void The_instance_of_the_documentation_can_be_read_and_planned()
    {
        var start = Text.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var instance = InstanceFile.Parse(Text[start..Text.IndexOf("```", start, StringComparison.Ordinal)], "PLANNING.md");
        Assert.Empty(SmallInstances.Plan(instance).Account!.Violations);
    }

    [Fact]
    public void Every_plan_and_format_is_documented() =>
        Assert.All([.. VariantNames.All.Select(v => $"| `{v.Name}` |"), InstanceFile.Format, PlanFile.Format], name => Assert.Contains(name, Text, StringComparison.Ordinal));

    [Fact]
    public void Every_plan_has_a_name_and_a_word_on_it() =>
        Assert.All(Enum.GetValues<PlanVariant>(), variant => Assert.NotEmpty(VariantNames.Of(variant) + VariantNames.Summary(variant)));
}
