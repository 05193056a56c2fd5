namespace ControlPlane.Fleet.Control;

/// <summary>The model of a learned policy, without its bytes.</summary>
/// <param name="Name">A name for tables: the file's, without folders.</param>
/// <param name="Digest">SHA-256 of the bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Length">How many bytes it has.</param>
public sealed record ModelMark(string Name, string Digest, int Length);
