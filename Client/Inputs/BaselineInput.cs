using ControlPlane.Client.Hosting;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Client.Inputs;

/// <summary>Reads the baseline of a comparison.</summary>
internal static class BaselineInput
{
    /// <summary>Finds the baseline among the policies, or adds it in front.</summary>
    /// <param name="text">As written.</param>
    /// <param name="policies">The policies of the comparison.</param>
    /// <returns>Its label.</returns>
    /// <exception cref="InputException">It is no policy, or several.</exception>
    public static string Resolve(string text, List<PolicySpec> policies)
    {
        PolicySpec[] read = [.. PolicyText.Read(text, "--baseline")];
        if (read.Length != 1)
            throw new InputException($"--baseline must be one policy, not '{text}'");
        if (policies.TrueForAll(p => p.Label != read[0].Label))
            policies.Insert(0, read[0]);
        return read[0].Label;
    }
}
