namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>The operations of one commit.</summary>
/// <param name="Number">Its number: 1 for the first of a journal, without gaps.</param>
/// <param name="Count">How many operations it has, ≥ 1.</param>
/// <param name="Operations">The operations, as an <see cref="Fleet.Journal.OperationBuffer"/> has them. The owner may change the memory when the append has ended.</param>
public readonly record struct JournalBatch(long Number, int Count, ReadOnlyMemory<byte> Operations);
