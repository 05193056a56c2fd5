namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>A whole state.</summary>
/// <param name="Number">Number of the last batch that it has.</param>
/// <param name="State">The state, as <see cref="Fleet.Journal.IJournalled.Save"/> wrote it.</param>
public sealed record JournalSnapshot(long Number, ReadOnlyMemory<byte> State);
