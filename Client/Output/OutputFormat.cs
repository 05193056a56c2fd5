namespace ControlPlane.Client.Output;

/// <summary>For whom results are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>One table with a header line, comma-separated.</summary>
    Csv,
}
