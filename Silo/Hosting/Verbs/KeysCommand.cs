using System.CommandLine;
using ControlPlane.Silo.Embedded.Node;
using ControlPlane.Silo.Http;
using ControlPlane.Silo.Http.Bodies;
using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Silo.Hosting.Verbs;

/// <summary>
/// <c>keys add | list | end | rotate</c>: the API keys of a host, in its file. A host that runs notices a change within a second; whoever may write the file needs no key.
/// </summary>
internal sealed class KeysCommand
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(30);
    private static readonly TimeSpan HandOver = TimeSpan.FromHours(1);
    private readonly VerbOption _name = new("--name", "NAME", "Who it is for: 1 to 64 letters, digits, dots, dashes and underscores.");
    private readonly VerbOption _role = new("--role", "ROLE", $"What it may do: {Words<Role>.All}.");
    private readonly VerbOption _site = new("--site", "SITE", "With the role agent: its site.");
    private readonly VerbOption _tenant = new("--tenant", "TENANT", "With viewer and submitter: the only tenant that it is for (default: all).");
    private readonly VerbOption _lasts = new("--lasts", "TIME", "How long it is valid, such as 90d (default: until it is ended).");
    private readonly VerbOption _in = new("--in", "TIME", "How long the old key stays valid, such as 1h (default: end 0s, rotate 1h).");
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON, as the HTTP API does." };
    private readonly Argument<string> _id = new("ID") { Description = "The key's id, as keys list shows it." };
    private readonly Streams _streams;

    private KeysCommand(Streams streams) => _streams = streams;

    /// <summary>Defines the command.</summary>
    /// <param name="streams">Where it writes.</param>
    public static Command Create(Streams streams)
    {
        var keys = new KeysCommand(streams);
        return new Command("keys", "The API keys in the data folder: add, list, end, rotate. No key is needed for it; a running host notices within a second.")
        {
            keys.Verb("add", "Makes a key and prints it: this once.", keys.Add, [keys._name.Option, keys._role.Option, keys._site.Option, keys._tenant.Option, keys._lasts.Option]),
            keys.Verb("list", "Lists the keys; those that have ended for 90 days.", keys.List, []),
            keys.Verb("end", "Ends a key. The last one of an administrator stays.", keys.End, [keys._id, keys._in.Option]),
            keys.Verb("rotate", "Makes a key of the same name, role and scope, prints it, and lets the old one end later.", keys.Rotate, [keys._id, keys._in.Option]),
        };
    }

    private Command Verb(string name, string description, Func<ParseResult, KeyRing, Task> run, Symbol[] symbols)
    {
        var verb = new Command(name, description) { EmbeddedInputs.Data.Option, ApiInputs.Keys.Option, _json };
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
                verb.Add(option);
            else
                verb.Add((Argument)symbol);
        }

        verb.SetAction(async (result, _) =>
        {
            await run(result, new KeyRing(PathOf(result), TimeProvider.System, TimeSpan.Zero));
            return ExitCode.Success;
        });
        return verb;
    }

    private static string PathOf(ParseResult result) => ApiInputs.Keys.Read(result)?.Text ?? EmbeddedInputs.KeysFile(EmbeddedInputs.Folder(result));

    private async Task Add(ParseResult result, KeyRing ring)
    {
        var name = _name.Need(result).Name(64);
        var word = _role.Need(result);
        if (!Words<Role>.TryParse(word.Text, out var role))
            throw word.Complaint($"must be one of {Words<Role>.All}");
        var (site, tenant) = (_site.Read(result)?.Text, _tenant.Read(result)?.Name(64));
        if (KeyScope.Complain(role, site, tenant) is var (field, allowed))
            throw new InputException($"--{field} with --role {word.Text} must be {allowed}");
        PrivateFolder.Make(Path.GetDirectoryName(Path.GetFullPath(PathOf(result)))!);
        var (key, secret) = await ring.Add(name, role, site, _lasts.Read(result)?.Duration(TimeSpan.FromSeconds(1), TimeSpan.FromDays(3650)), tenant);
        await Print(result, key, secret);
    }

    private async Task List(ParseResult result, KeyRing ring)
    {
        var now = DateTimeOffset.UtcNow;
        KeyView[] keys = [.. ring.All.Select(k => KeyView.Of(k, now))];
        if (result.GetValue(_json))
            await PrintJson(keys);
        else
            KeyTable.Write(keys, _streams.Out);
    }

    private async Task End(ParseResult result, KeyRing ring)
    {
        var id = IdOf(result, ring);
        var key = await ring.End(id, Delay(result) ?? TimeSpan.Zero) ?? throw NoSuch(id);
        if (result.GetValue(_json))
            await PrintJson(KeyView.Of(key, DateTimeOffset.UtcNow));
        else
            await _streams.Error.WriteLineAsync(KeyTable.Sentence(key));
    }

    private async Task Rotate(ParseResult result, KeyRing ring)
    {
        var id = IdOf(result, ring);
        var (old, key, secret) = await ring.Rotate(id, Delay(result) ?? HandOver) ?? throw NoSuch(id);
        await Print(result, key, secret);
        await _streams.Error.WriteLineAsync(KeyTable.Sentence(old));
    }

    // The secret alone on stdout, so that a script can take it from there.
    private async Task Print(ParseResult result, ApiKey key, string secret)
    {
        if (result.GetValue(_json))
        {
            await PrintJson(new KeyMade(KeyView.Of(key, DateTimeOffset.UtcNow), secret));
            return;
        }

        await _streams.Error.WriteLineAsync(KeyTable.Sentence(key) + "; it is shown this once:");
        await _streams.Out.WriteLineAsync(secret);
    }

    private Task PrintJson<T>(T value) => _streams.Out.WriteLineAsync(System.Text.Encoding.UTF8.GetString(ApiJson.Write(value)));

    // Asked before anything is locked: where there are no keys there may be no folder either.
    private string IdOf(ParseResult result, KeyRing ring)
    {
        var id = result.GetValue(_id)!;
        return ring.All.Any(k => k.Id == id) ? id : throw NoSuch(id);
    }

    private TimeSpan? Delay(ParseResult result) => _in.Read(result)?.Duration(TimeSpan.Zero, LongestDelay);

    private static InputException NoSuch(string id) => new($"there is no key of the id '{id}'; 'controlplane-silo keys list' shows them");
}
