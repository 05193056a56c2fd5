using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Http.Keys;

/// <summary>Keeps other writers of the keys away, in this process and in others. The operating system drops it with the process.</summary>
internal static class KeyFileLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Takes it.</summary>
    /// <param name="path">The file with the keys.</param>
    /// <returns>Gives it back when disposed.</returns>
    /// <exception cref="IOException">Somebody else has had it for long.</exception>
    public static async Task<IDisposable> Take(string path)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream($"{path}.lock", PrivateFile.Options(FileMode.OpenOrCreate));
            }
            catch (IOException e) when (e is not DirectoryNotFoundException && waited < Patience)
            {
                await Task.Delay(Pause);
            }
        }
    }
}
