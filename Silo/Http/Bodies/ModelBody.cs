namespace ControlPlane.Silo.Http.Bodies;

/// <summary>The model of a learned policy.</summary>
/// <param name="Name">A name for tables: 1 to 100 characters.</param>
/// <param name="Data">Its bytes in base64, at most 16 MiB of them.</param>
public sealed record ModelBody(string Name, ReadOnlyMemory<byte> Data);
