namespace ControlPlane.Simulation.Scenarios;

/// <summary>What a scenario file describes.</summary>
public enum ScenarioKind
{
    /// <summary>A fleet of data centres with GPU jobs; such a file needs no key <c>kind</c>.</summary>
    Fleet,

    /// <summary>A day of service providers that generate images.</summary>
    Generation,
}
