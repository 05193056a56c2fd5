using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Orleans.Regions;

/// <summary>What a coordinator refuses is the user's to mend: its message says what is possible.</summary>
internal static class Refusals
{
    /// <summary>Turns a refusal into a complaint about the input.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="call">The call.</param>
    /// <exception cref="InputException">It was refused.</exception>
    public static async Task<T> Explain<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new InputException(OneLine(e.Message));
        }
    }

    // Without what .NET adds about the parameter.
    private static string OneLine(string message)
    {
        var text = message.ReplaceLineEndings(" ");
        var parameter = text.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return (parameter < 0 ? text : text[..parameter]).TrimEnd('.');
    }
}
