using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Generation;

/// <summary>The queue before the GPUs of a provider, first in first out, a slot at a time.</summary>
public interface IGenerationQueue
{
    /// <summary>Work left from earlier slots, GPU-s.</summary>
    double BacklogGpuS { get; }

    /// <summary>GPU energy of that work, J.</summary>
    double BacklogJ { get; }

    /// <summary>What would become of a slot's work; changes nothing.</summary>
    /// <param name="work">The work, in order of its arrival.</param>
    /// <param name="slotS">Length of the slot, s.</param>
    /// <param name="outcomes">Receives what becomes of each.</param>
    QueueSlot Preview(ReadOnlySpan<QueuedWork> work, double slotS, Span<WorkOutcome> outcomes);

    /// <summary>Runs a slot.</summary>
    /// <param name="work">The work, in order of its arrival.</param>
    /// <param name="slotS">Length of the slot, s.</param>
    /// <param name="outcomes">Receives what becomes of each.</param>
    QueueSlot Run(ReadOnlySpan<QueuedWork> work, double slotS, Span<WorkOutcome> outcomes);

    /// <summary>Writes what is left from earlier slots, to be read by <see cref="Load"/>.</summary>
    /// <param name="writer">Receives it.</param>
    void Save(StateWriter writer);

    /// <summary>Takes up what was saved of a queue before as many GPUs.</summary>
    /// <param name="reader">What was saved.</param>
    /// <exception cref="InvalidDataException">The bytes are cut or damaged.</exception>
    void Load(ref StateReader reader);
}
