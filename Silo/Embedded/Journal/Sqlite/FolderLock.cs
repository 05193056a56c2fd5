using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Embedded.Journal.Sqlite;

/// <summary>A data folder belongs to one process. The operating system drops the lock with the process, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Takes a folder, which is made if there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="JournalStoreException">Another process has it, or it cannot be used.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            PrivateFolder.Make(folder);
            var file = new FileStream(Path.Combine(folder, "node.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            try
            {
                // A file of its own: the one that is locked cannot be read by others on every system.
                File.WriteAllText(Holder(folder), $"process {Environment.ProcessId} on {Environment.MachineName}");
            }
            catch
            {
                file.Dispose();
                throw;
            }

            return new FolderLock(file);
        }
        catch (IOException e) when (e.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock)
        {
            throw new JournalStoreException(JournalFault.Held, folder, $"another node has this data folder open: {ReadHolder(folder)}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalStoreException(JournalFault.Unavailable, folder, $"the data folder cannot be used: {e.Message}", e);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string Holder(string folder) => Path.Combine(folder, "node.holder");

    private static string ReadHolder(string folder)
    {
        try
        {
            return File.ReadAllText(Holder(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "it has left no name";
        }
    }
}
