using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios.Files;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>Reads the models that policies name: the edge between specs, which name a file, and policies, which get bytes.</summary>
public static class PolicyModels
{
    /// <summary>What the names of model files end with, where a file may name only those.</summary>
    public const string Ending = ".model";

    /// <summary>Reads the model of a policy that takes one, from the disk.</summary>
    /// <param name="policy">The policy as read; one that has its model, or takes none, stays as it is.</param>
    /// <param name="catalog">The policies that there are; null for all of the product.</param>
    /// <returns>The policy with its model.</returns>
    /// <exception cref="FormatException">There is no such file, or it cannot be a model; the message names policy, file and problem.</exception>
    public static PolicySpec Load(PolicySpec policy, IReadOnlyList<RuleDescriptor>? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Model is not null || (catalog ?? PolicyCatalog.All).FirstOrDefault(p => p.Name == policy.Name)?.TakesModel != true)
            return policy;
        var path = PathOf(policy);
        try
        {
            using var stream = File.OpenRead(path);
            return policy with { Model = Read(stream, Path.GetFileName(path)) };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FormatException($"{policy.Name}: 'model' {Complaint(path, error)}", error);
        }
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">Its bytes, up to the end.</param>
    /// <param name="name">Its name for tables.</param>
    /// <exception cref="ArgumentException">It is empty or longer than a model may be.</exception>
    public static PolicyModel Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        var part = new byte[64 * 1024];
        // A device, or a file that grows, has no length to ask for.
        for (var count = stream.Read(part); count > 0 && bytes.Length <= PolicyModel.MostBytes; count = stream.Read(part))
            bytes.Write(part, 0, count);
        if (bytes.Length > PolicyModel.MostBytes)
            throw new ArgumentException($"has more than {PolicyModel.MostBytes} bytes, the most that a model may have", nameof(stream));
        return bytes.Length > 0 ? new PolicyModel(name, bytes.ToArray()) : throw new ArgumentException("is empty", nameof(stream));
    }

    /// <summary>The file that a policy names.</summary>
    /// <param name="policy">The policy.</param>
    public static string PathOf(PolicySpec policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return IsShipped(policy) ? Path.Combine(AppContext.BaseDirectory, "models", policy.Name + Ending) : policy.Settings[PolicyModel.Parameter.Name];
    }

    /// <summary>Whether a policy names the model that comes with the product.</summary>
    /// <param name="policy">The policy.</param>
    public static bool IsShipped(PolicySpec policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.Settings.GetValueOrDefault(PolicyModel.Parameter.Name, PolicyModel.Shipped) == PolicyModel.Shipped;
    }

    private static string Complaint(string path, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"must name a file: there is no file {Shown.Quote(path)}",
        ArgumentException unfit => $"file {Shown.Quote(path)} {WithoutParameter(unfit)}",
        _ => $"file {Shown.Quote(path)} cannot be read: {error.Message}",
    };

    private static string WithoutParameter(ArgumentException error) => error.Message.Split(" (Parameter", 2)[0];
}
