namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>What is wrong with a journal store.</summary>
public enum JournalFault
{
    /// <summary>It cannot be reached, read or written at present: trying again may help.</summary>
    Unavailable,

    /// <summary>Another process has it open.</summary>
    Held,

    /// <summary>Another process has taken it over: nothing that this one writes is stored any more.</summary>
    Fenced,

    /// <summary>It is damaged, another program's, of a version that this build does not know, or promises no durability: a person must look.</summary>
    Unusable,
}
