using ControlPlane.Silo.Http.Keys;
using Microsoft.Extensions.Hosting;

namespace ControlPlane.Silo.Http.Streaming;

/// <summary>What an event stream needs besides the host.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Keys">The keys: a stream ends when its key does.</param>
/// <param name="Slots">Places for streams.</param>
/// <param name="Time">The clock.</param>
/// <param name="Lifetime">When the host stops.</param>
internal sealed record StreamServices(ApiSettings Settings, KeySource Keys, StreamSlots Slots, TimeProvider Time, IHostApplicationLifetime Lifetime);
