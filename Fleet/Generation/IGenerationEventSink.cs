namespace ControlPlane.Fleet.Generation;

/// <summary>Receives the events of generation in order.</summary>
public interface IGenerationEventSink
{
    /// <summary>Takes one event.</summary>
    /// <param name="entry">The event.</param>
    void Record(in GenerationEvent entry);
}
