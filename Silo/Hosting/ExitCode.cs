namespace ControlPlane.Silo.Hosting;

/// <summary>The exit codes of the silo, a contract for whatever supervises it.</summary>
internal static class ExitCode
{
    /// <summary>Done, or stopped after it was asked to.</summary>
    public const int Success = 0;

    /// <summary>Anything else: it could not start, ended by itself, or did not drain in time.</summary>
    public const int Failure = 1;

    /// <summary>Bad arguments or configuration: starting it again as it is will not help.</summary>
    public const int BadInput = 2;

    /// <summary>The storage cannot be reached: starting it again later may help.</summary>
    public const int StorageUnreachable = 3;
}
