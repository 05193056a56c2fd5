namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>A journal store cannot do what was asked. The message is one line that names the place and what is wrong.</summary>
/// <param name="fault">What kind of trouble it is.</param>
/// <param name="place">The file or database.</param>
/// <param name="what">What is wrong.</param>
/// <param name="inner">The error beneath it.</param>
public sealed class JournalStoreException(JournalFault fault, string place, string what, Exception? inner = null)
    : Exception($"{place}: {what}", inner)
{
    /// <summary>What kind of trouble it is.</summary>
    public JournalFault Fault => fault;
}
