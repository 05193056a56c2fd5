namespace ControlPlane.Simulation.Scenarios.Files.Traces;

/// <summary>Which column of a trace holds what.</summary>
internal sealed class TraceColumns
{
    /// <summary>Name of the column with the time of submission in seconds.</summary>
    public const string TimeName = "t_s";

    /// <summary>Name of the column with the ingress.</summary>
    public const string IngressName = "ingress";

    /// <summary>Name of the column with the work in units.</summary>
    public const string SizeName = "size_units";

    /// <summary>No columns.</summary>
    public static readonly TraceColumns None = new([]);

    private static readonly string[] Required = [TimeName, IngressName, SizeName];

    // Traces of the published simulator number their jobs and say where they were routed; neither is an input here.
    private static readonly string[] Ignored = ["jid", "dc"];

    private TraceColumns(string[] header)
    {
        Count = header.Length;
        TimeS = Array.IndexOf(header, TimeName);
        Ingress = Array.IndexOf(header, IngressName);
        Size = Array.IndexOf(header, SizeName);
    }

    /// <summary>Number of columns.</summary>
    public int Count { get; }

    /// <summary>Index of the time.</summary>
    public int TimeS { get; }

    /// <summary>Index of the ingress.</summary>
    public int Ingress { get; }

    /// <summary>Index of the size.</summary>
    public int Size { get; }

    /// <summary>Reads a header.</summary>
    /// <param name="header">The names in order.</param>
    /// <param name="columns">The columns.</param>
    /// <returns>Null if the header is right, else what is wrong.</returns>
    public static string? TryRead(string[] header, out TraceColumns columns)
    {
        columns = new TraceColumns(header);
        if (Required.Except(header).ToList() is { Count: > 0 } missing)
            return $"the header must name the columns {string.Join(", ", Required)}; missing: {string.Join(", ", missing)}, found: {Found(header)}";
        if (header.Except([.. Required, .. Ignored]).FirstOrDefault() is { } unknown)
            return $"the header has the unknown column {Shown.Quote(unknown)}; allowed are {string.Join(", ", Required.Concat(Ignored))}";
        if (header.Distinct().Count() < header.Length)
            return $"the header names a column twice: {Found(header)}";
        return null;
    }

    private static string Found(string[] header) => Shown.Quote(string.Join(',', header.Take(16)));
}
