using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using ControlPlane.Silo.Http.Answers;
using ControlPlane.Silo.Http.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace ControlPlane.Silo.Http.Access;

/// <summary>A token bucket for each key, and a small one for each address without a valid key.</summary>
internal static class RequestRates
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <summary>Configures the limiter.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="limits">The limits.</param>
    public static void Configure(RateLimiterOptions options, ApiLimits limits)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PartitionOf(http, limits));
        options.OnRejected = static (rejected, _) => new ValueTask(Refuse(rejected));
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext http, ApiLimits limits) => http.Caller() switch
    {
        { } caller => Bucket($"key {caller.Id}", limits.RequestsPerSecond, limits.RequestBurst),
        null => Bucket($"from {NetworkOf(http.Connection.RemoteIpAddress)}", limits.AnonymousRequestsPerSecond, limits.AnonymousBurst),
    };

    /// <summary>Whom an address stands for: one of IPv6 for its network of 64 bits, because whoever has one has all of them.</summary>
    /// <param name="address">The address; null where there is none.</param>
    internal static string NetworkOf(IPAddress? address) => address switch
    {
        null => "nowhere",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private static RateLimitPartition<string> Bucket(string partition, double perSecond, int burst) =>
        RateLimitPartition.GetTokenBucketLimiter(partition, _ =>
        {
            // A slow rate gives one token at a time.
            var period = TimeSpan.FromSeconds(Math.Max(Tick.TotalSeconds, 1 / perSecond));
            return new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = Math.Max(1, (int)Math.Round(perSecond * period.TotalSeconds)),
                ReplenishmentPeriod = period,
                AutoReplenishment = true,
                QueueLimit = 0,
            };
        });

    private static Task Refuse(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Tick;
        var problem = ApiProblem.Of(429, "more requests than this key, or this address without one, may make") with { RetryAfterS = wait.TotalSeconds };
        return new Answer(problem).ExecuteAsync(rejected.HttpContext);
    }
}
