namespace ControlPlane.Client.Hosting;

/// <summary>The screen of this process.</summary>
internal sealed class ProcessScreen : ITerminalScreen
{
    public (int Columns, int Rows) Size => (Math.Max(40, Console.WindowWidth), Math.Max(10, Console.WindowHeight));

    public char? Key() => !Console.IsInputRedirected && Console.KeyAvailable ? Console.ReadKey(intercept: true).KeyChar : null;
}
