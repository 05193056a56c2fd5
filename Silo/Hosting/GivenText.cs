using System.Net;

namespace ControlPlane.Silo.Hosting;

/// <summary>The text of a setting, with readers that complain by the name under which it was given.</summary>
/// <param name="Source">The option or the environment variable.</param>
/// <param name="Text">As written.</param>
internal sealed record GivenText(string Source, string Text)
{
    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400)];

    /// <summary>A whole number in a range.</summary>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    public int Whole(int least, int most) =>
        int.TryParse(Text, out var value) && value >= least && value <= most
            ? value
            : throw Complaint($"must be a whole number in [{least}, {most}]");

    /// <summary>A length of time with its unit, in a range.</summary>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    public TimeSpan Duration(TimeSpan least, TimeSpan most)
    {
        var (unit, seconds) = Units.FirstOrDefault(u => Text.EndsWith(u.Unit, StringComparison.Ordinal));
        if (unit is not null && double.TryParse(Text.AsSpan(0, Text.Length - unit.Length), out var number) && double.IsFinite(number)
            && number * seconds >= least.TotalSeconds && number * seconds <= most.TotalSeconds)
            return TimeSpan.FromSeconds(number * seconds);
        throw Complaint($"must be a time from {Written(least)} to {Written(most)} with its unit ({(most.TotalDays < 1 ? "500ms, 5s, 2m" : "30m, 12h, 90d")})");
    }

    /// <summary>One of a few words.</summary>
    /// <param name="words">The words.</param>
    public string OneOf(params string[] words) =>
        words.Contains(Text) ? Text : throw Complaint($"must be one of {string.Join(", ", words)}");

    /// <summary>A name of letters, digits, dots, dashes and underscores.</summary>
    /// <param name="longest">Most characters.</param>
    public string Name(int longest) =>
        Text.Length <= longest && Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? Text
            : throw Complaint($"must have 1 to {longest} letters, digits, dots, dashes or underscores");

    /// <summary>The address of one network interface.</summary>
    public IPAddress Address()
    {
        if (!IPAddress.TryParse(Text, out var address))
            throw Complaint("must be an IP address such as 10.0.0.5");
        return address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)
            ? throw Complaint("must be one address of this machine: the other silos are told to reach it there")
            : address;
    }

    /// <summary>The address of one network interface, or of all.</summary>
    public IPAddress Listener() => IPAddress.TryParse(Text, out var address) ? address : throw Complaint("must be an IP address such as 10.0.0.5, or 0.0.0.0 for all");

    /// <summary>The address of a service on the web.</summary>
    public Uri WebAddress() =>
        Uri.TryCreate(Text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw Complaint("must be an address such as http://127.0.0.1:4317");

    /// <summary>An address with a port.</summary>
    public IPEndPoint EndPoint() =>
        IPEndPoint.TryParse(Text, out var endPoint) && endPoint.Port > 0
            ? endPoint
            : throw Complaint("must be an IP address and a port such as 127.0.0.1:11111");

    /// <summary>An error about this setting.</summary>
    /// <param name="rule">What it must be.</param>
    public InputException Complaint(string rule) => new($"{Source} {rule}, not '{Text}'");

    private static string Written(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => $"{time.TotalMilliseconds:0} ms",
        { TotalMinutes: < 1 } => $"{time.TotalSeconds:0} s",
        { TotalHours: < 1 } => $"{time.TotalMinutes:0} min",
        { TotalDays: < 1 } => $"{time.TotalHours:0} h",
        _ => $"{time.TotalDays:0} d",
    };
}
