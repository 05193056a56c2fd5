using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

/// <summary>Reads a node's events and goes on where it was when the stream is cut.</summary>
/// <param name="node">The node.</param>
internal sealed class EventReader(NodeClient node)
{
    private const string Missed = "missed";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Events after a number, then those that happen.</summary>
    /// <param name="after">Number of the last event that is not wanted.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="opened">Told when the node has answered.</param>
    public async IAsyncEnumerable<ControlEvent> Follow(long after, [EnumeratorCancellation] CancellationToken cancellation, Action? opened = null)
    {
        while (true)
        {
            using var response = await node.OpenEvents(after, cancellation).ConfigureAwait(false);
            opened?.Invoke();
            var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            await using var items = SseParser.Create(stream, (_, data) => Encoding.UTF8.GetString(data)).EnumerateAsync(cancellation).GetAsyncEnumerator(cancellation);
            while (await Next(items).ConfigureAwait(false))
            {
                if (JsonSerializer.Deserialize<ControlEvent>(items.Current.Data, NodeJson.Options) is not { } happened)
                    continue;
                // Nothing comes twice. Numbers may have gaps, of events that the key may not see: the host alone knows what is missed, and after that its numbers count, also lower ones.
                if (happened.Number <= after && happened.Kind != Missed)
                    continue;
                after = happened.Number;
                yield return happened;
            }

            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<bool> Next(IAsyncEnumerator<SseItem<string>> items)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            return false;
        }
    }
}
