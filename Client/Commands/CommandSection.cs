namespace ControlPlane.Client.Commands;

/// <summary>Headings of the root help.</summary>
internal static class CommandSection
{
    /// <summary>Commands that simulate.</summary>
    public const string Simulate = "Simulate and compare";

    /// <summary>Commands that explain.</summary>
    public const string Understand = "Understand";

    /// <summary>Commands for regions that run.</summary>
    public const string Live = "Operate";

    /// <summary>Commands for files and the machine.</summary>
    public const string Tools = "Tools";
}
