using ControlPlane.Client.Hosting;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Inputs;

/// <summary>Policies that need to know what energy costs.</summary>
internal static class RatesInput
{
    /// <summary>Checks that a scenario can tell a policy what it needs.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">The option that names it, for messages.</param>
    /// <exception cref="InputException">The policy needs prices that some site of the scenario does not have.</exception>
    public static void Check(PolicySpec policy, Scenario scenario, string option)
    {
        if (PolicyCatalog.Find(policy.Name)?.NeedsRates == true && scenario.Energy?.IsComplete != true)
            throw new InputException($"{option}: '{policy.Name}' needs to know what energy costs, and not every site of '{scenario.Name}' has an 'energy' section; 'prices' is a scenario that has");
    }
}
