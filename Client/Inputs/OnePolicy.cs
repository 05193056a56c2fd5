using ControlPlane.Client.Hosting;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Inputs;

/// <summary>Reads an option that takes a single policy.</summary>
internal static class OnePolicy
{
    /// <summary>The policy.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="option">The option, for messages.</param>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="InputException">There is no such policy, it is several, or it cannot run in this scenario.</exception>
    public static PolicySpec Read(string text, string option, Scenario scenario)
    {
        var policies = PolicyText.Read(text, option).ToList();
        if (policies.Count != 1)
            throw new InputException($"{option}: give one policy");
        RatesInput.Check(policies[0], scenario, option);
        return policies[0];
    }
}
