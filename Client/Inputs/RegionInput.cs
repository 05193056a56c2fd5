using System.CommandLine;
using System.Net;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Regions;

namespace ControlPlane.Client.Inputs;

/// <summary>The options that say which live region, and how to reach it.</summary>
internal sealed class RegionInput
{
    private const string GatewayVariable = "CONTROLPLANE_GATEWAY";
    private const string RegionVariable = "CONTROLPLANE_REGION";
    private const int LongestName = 63;
    private const double DefaultGiveUpS = 60;
    private static readonly IPEndPoint Nearby = new(IPAddress.Loopback, 30000);

    /// <summary>Where silos take calls.</summary>
    public Option<string[]> Gateway { get; } = new("--gateway")
    {
        HelpName = "HOST:PORT",
        Description = $"Gateways of the region's silos, separated by commas or one an option; name several, so that one may be lost (default: {GatewayVariable}, else {Nearby}).",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>Its name.</summary>
    public Option<string?> Region { get; } = new("--region") { HelpName = "NAME", Description = $"The region, which is the cluster (default: {RegionVariable}, else local)." };

    /// <summary>How long to try.</summary>
    public Option<double?> GiveUp { get; } =
        TimeInput.Option("--give-up", 0.1, 86_400, "How long a call that fails is repeated, and how long to wait while nothing moves (default: 60s).");

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [Region, Gateway, GiveUp];

    /// <summary>The region asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">A gateway or the name is wrong.</exception>
    public RegionTarget Read(ParseResult result) =>
        new(ReadGateways(result), ReadName(result), TimeSpan.FromSeconds(result.GetValue(GiveUp) ?? DefaultGiveUpS));

    private List<IPEndPoint> ReadGateways(ParseResult result)
    {
        if (result.GetValue(Gateway) is { Length: > 0 } texts)
            return [.. texts.SelectMany(t => GatewayText.Read(t, Gateway.Name))];
        return Environment.GetEnvironmentVariable(GatewayVariable) is { Length: > 0 } variable ? [.. GatewayText.Read(variable, GatewayVariable)] : [Nearby];
    }

    private string ReadName(ParseResult result)
    {
        var given = result.GetValue(Region);
        var name = given ?? (Environment.GetEnvironmentVariable(RegionVariable) is { Length: > 0 } variable ? variable : "local");
        return name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? name
            : throw new InputException($"{(given is null ? RegionVariable : Region.Name)} must have 1 to {LongestName} letters, digits, dots, dashes or underscores, not '{name}'");
    }
}
