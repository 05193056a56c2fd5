using System.Diagnostics;
using Npgsql;

namespace ControlPlane.Grains.Tests.Postgres;

/// <summary>
/// A PostgreSQL server of the tests' own in a temporary folder, reached through a Unix socket in it. It keeps PostgreSQL's own settings for durability: a commit is on
/// disk. A shell owns it and stops it when its input ends, so that nothing is left behind even by tests that are killed.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Script =
        """
        folder=$(mktemp -d) && "$1/initdb" -D "$folder" -U controlplane -A trust -E UTF8 --locale=C --no-instructions --no-sync >"$folder.log" 2>&1 || { cat "$folder.log" >&2; exit 1; }
        "$1/postgres" -D "$folder" -k "$folder" -c listen_addresses= -c max_connections=300 >>"$folder.log" 2>&1 </dev/null &
        server=$!
        echo "$folder"
        cat >/dev/null
        kill -INT $server
        wait $server
        rm -rf "$folder" "$folder.log"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private Process? _shell;
    private string _folder = "";
    private int _databases;

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabase()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async Task InitializeAsync()
    {
        if (PostgresPrograms.Missing is not null)
            return;
        string[] run = ["/bin/sh", "-c", Script, "sh", PostgresPrograms.Folder!];
        if (PostgresPrograms.User is { } user)
            run = ["/usr/bin/setpriv", $"--reuid={user}", $"--regid={user}", "--clear-groups", .. run];
        _shell = Process.Start(new ProcessStartInfo(run[0], run[1..])
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _folder = await _shell.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await _shell.StandardError.ReadToEndAsync());
        await WaitUntilItAnswers();
    }

    public async Task DisposeAsync()
    {
        if (_shell is null)
            return;
        NpgsqlConnection.ClearAllPools();
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync().WaitAsync(Patience);
        _shell.Dispose();
    }

    private string ConnectionString(string database) => $"Host={_folder};Database={database};Username=controlplane";

    private async Task WaitUntilItAnswers()
    {
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (deadline.Elapsed < Patience)
            {
                await Task.Delay(50);
            }
        }
    }
}
