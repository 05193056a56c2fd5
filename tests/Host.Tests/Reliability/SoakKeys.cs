using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>The keys of a soak: each kind of caller has its own, and with it its own rate.</summary>
/// <param name="Submitter">Of who submits.</param>
/// <param name="Viewer">Of who reads.</param>
/// <param name="Agents">Of agents, by site.</param>
internal sealed record SoakKeys(string Submitter, string Viewer, IReadOnlyDictionary<string, string> Agents)
{
    /// <summary>Makes them in the folder of a node that does not run yet.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="sites">Names of the sites.</param>
    public static async Task<SoakKeys> Make(string folder, IEnumerable<string> sites)
    {
        var ring = new KeyRing(Path.Combine(folder, "keys.json"), TimeProvider.System, TimeSpan.Zero);
        var agents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var site in sites)
            agents[site] = (await ring.Add($"agent-{site}", Role.Agent, site)).Secret;
        return new SoakKeys((await ring.Add("submitter", Role.Submitter)).Secret, (await ring.Add("viewer", Role.Viewer)).Secret, agents);
    }
}
