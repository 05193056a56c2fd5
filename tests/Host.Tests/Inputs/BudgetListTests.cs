using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;

namespace ControlPlane.Host.Tests.Inputs;

public sealed class BudgetListTests
{
    [Fact]
    public void Budgets_are_seconds_or_none() => Assert.Equal([null, 4000, 1250.5], BudgetList.Read("none, 4000,1250.5"));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("600,")]
    [InlineData("x")]
    public void Other_budgets_are_refused(string text) => Assert.Throws<InputException>(() => BudgetList.Read(text));

    [Fact]
    public void Proposed_budgets_fall_from_none_through_round_numbers_to_the_fastest()
    {
        var budgets = BudgetList.Propose(432.7, 4220);
        Assert.Null(budgets[0]);
        Assert.Equal(4000, budgets[1]);
        Assert.Equal(500, budgets[^2]);
        Assert.Equal(432.7, budgets[^1]!.Value, 3);
        Assert.Equal(budgets.Skip(1).OrderDescending(), budgets.Skip(1));
    }
}
