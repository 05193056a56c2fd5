using ControlPlane.Fleet.Control;
using Microsoft.Extensions.Logging;

namespace ControlPlane.Silo.Http.Keys;

/// <summary>Notes what administrators do with keys: in the log always, in the audit log where the host keeps such notes.</summary>
/// <param name="plane">The host.</param>
/// <param name="log">The log.</param>
internal sealed partial class KeyAudit(IControlPlane plane, ILogger<KeyAudit> log)
{
    /// <summary>Notes an action on a key.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="action">What.</param>
    /// <param name="key">To which.</param>
    public async Task Note(string actor, string action, ApiKey key)
    {
        var detail = $"{key.Id} ends in {key.LastFour}, role {Words<Role>.Of(key.Role)}{Bound(key)}, valid until {key.ExpiresAt?.ToString("u") ?? "it is ended"}";
        LogAction(actor, action, key.Name, detail);
        // The key is changed already: that the host cannot note it now must not look as if it were not.
        try
        {
            await plane.Note(actor, action, key.Name, detail);
        }
        catch (ControlException e)
        {
            LogMissing(action, key.Name, e.Message);
        }
    }

    private static string Bound(ApiKey key) => (key.Site, key.Tenant) switch
    {
        ({ } site, _) => $" of site {site}",
        (_, { } tenant) => $" of tenant {tenant}",
        _ => "",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Actor}: {Action} {Key}: {Detail}")]
    private partial void LogAction(string actor, string action, string key, string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Action} {Key} is not in the audit log: {Reason}")]
    private partial void LogMissing(string action, string key, string reason);
}
