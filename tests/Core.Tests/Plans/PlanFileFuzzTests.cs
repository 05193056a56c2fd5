using ControlPlane.Core.Tests.Scenarios;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Plans.Files;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Plans;

/// <summary>Whatever becomes of a file, it is read or refused with a reason; nothing else ever comes out.</summary>
public sealed class PlanFileFuzzTests
{
    [Fact]
    public void A_damaged_instance_is_read_or_refused_with_a_reason() =>
        Damage("instance", InstanceFile.Write(SmallInstances.Generated), text => InstanceFile.Parse(text, "x.json"), TestScale.Pick(1_500, 100_000));

    [Fact]
    public void A_damaged_plan_is_read_or_refused_with_a_reason() =>
        Damage(
            "plan", PlanFile.Write(SmallInstances.Generated, SmallInstances.Plan(SmallInstances.Generated)), text => PlanFile.Parse(text, "x.json", SmallInstances.Generated), TestScale.Pick(1_000, 100_000));

    private static void Damage(string name, string whole, Action<string> read, int count)
    {
        var mutator = new Mutator(new RandomStream(8, $"fuzz/{name}"));
        var refused = 0;
        for (var i = 0; i < count; i++)
        {
            var text = mutator.Mutate(whole);
            try
            {
                read(text);
            }
            catch (ScenarioException e)
            {
                refused++;
                Assert.All(e.Problems, p => Assert.True(p.Line >= 1 && p.Message.Length > 0, p.ToString()));
            }
            catch (Exception e)
            {
                Assert.Fail($"case {i}: {e}");
            }
        }

        Assert.InRange(refused, count / 4, count);
    }
}
