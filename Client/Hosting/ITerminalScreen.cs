namespace ControlPlane.Client.Hosting;

/// <summary>What a full-screen view needs of a terminal besides writing.</summary>
internal interface ITerminalScreen
{
    /// <summary>Columns and rows now.</summary>
    (int Columns, int Rows) Size { get; }

    /// <summary>A key that was pressed; null if none was.</summary>
    char? Key();
}
