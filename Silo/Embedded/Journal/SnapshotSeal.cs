namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>What makes the parts of a snapshot one: until it is stored the parts are nothing.</summary>
/// <param name="Number">Number of the last batch that the state has.</param>
/// <param name="Length">Length of all parts, bytes.</param>
/// <param name="Checksum">Checksum of all parts.</param>
public readonly record struct SnapshotSeal(long Number, int Length, uint Checksum);
