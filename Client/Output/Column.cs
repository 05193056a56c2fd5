namespace ControlPlane.Client.Output;

/// <summary>A column of a table.</summary>
/// <param name="Name">Name for programs: lower case, underscores, with the unit.</param>
/// <param name="Title">Heading for people.</param>
/// <param name="Unit">Unit shown under the heading; empty if it has none.</param>
/// <param name="IsNumber">Whether it is set flush right.</param>
internal sealed record Column(string Name, string Title, string Unit = "", bool IsNumber = true)
{
    /// <summary>A column of words.</summary>
    /// <param name="name">Name for programs.</param>
    /// <param name="title">Heading for people.</param>
    public static Column Words(string name, string title) => new(name, title, IsNumber: false);
}
