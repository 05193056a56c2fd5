using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Silo.Hosting;

/// <summary>What a new node or region is founded with.</summary>
/// <param name="Fleet">Path or name of the scenario whose fleet it runs.</param>
/// <param name="Policy">Its first policy.</param>
/// <param name="AgentLease">How long a site's agent may be silent.</param>
internal sealed record Founding(string Fleet, PolicySpec Policy, TimeSpan AgentLease)
{
    /// <summary>Whether prices and weather are those of the scenario's time, again and again, in place of those of the present.</summary>
    public bool RepeatsSignals { get; init; }

    /// <summary>Reads the scenario.</summary>
    /// <exception cref="InputException">There is none, or it is wrong.</exception>
    public Scenario ReadScenario()
    {
        try
        {
            return ScenarioReader.Read(ScenarioCatalog.Shipped.Find(Fleet));
        }
        catch (ScenarioException wrong)
        {
            throw new InputException(wrong.Message);
        }
    }
}
