using ControlPlane.Silo.Hosting;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Silo.Embedded.Node;

/// <summary>The scenario whose fleet a node runs.</summary>
internal static class FleetFile
{
    /// <summary>Reads it.</summary>
    /// <param name="fleet">Path or name.</param>
    /// <exception cref="InputException">There is none, or it is wrong; the message says where.</exception>
    public static Scenario Read(string fleet)
    {
        try
        {
            return ScenarioReader.Read(ScenarioCatalog.Shipped.Find(fleet));
        }
        catch (ScenarioException wrong)
        {
            throw new InputException(wrong.Message);
        }
    }
}
