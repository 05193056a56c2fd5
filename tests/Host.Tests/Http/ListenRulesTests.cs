using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ControlPlane.Silo.Hosting;
using ControlPlane.Silo.Http;

namespace ControlPlane.Host.Tests.Http;

public sealed class ListenRulesTests
{
    private static readonly ApiSettings Safe = new() { KeysFile = "keys.json" };

    public static TheoryData<string, ApiSettings> Unsafe => new()
    {
        { "--dev", Safe with { Dev = true, Address = IPAddress.Parse("192.0.2.1") } },
        { "--dev", Safe with { Dev = true, Address = IPAddress.Any, InsecureHttp = true } },
        { "--insecure-http", Safe with { Address = IPAddress.Any } },
        { "--insecure-http", Safe with { Address = IPAddress.IPv6Any } },
        { "certificate", Safe with { CertificatePem = "a.pem" } },
        { "keys", Safe with { KeysFile = null } },
        { "65536", Safe with { Port = 65536 } },
    };

    [Theory]
    [MemberData(nameof(Unsafe))]
    public async Task No_door_opens_by_accident(string named, ApiSettings settings)
    {
        var failure = await Assert.ThrowsAsync<InputException>(() => ApiServer.Start(new FakeControlPlane(), settings));
        Assert.Contains(named, failure.Message);
    }

    [Fact]
    public void Those_that_are_asked_for_open()
    {
        ListenRules.Check(Safe);
        ListenRules.Check(Safe with { Address = IPAddress.IPv6Loopback, Dev = true, KeysFile = null });
        ListenRules.Check(Safe with { Address = IPAddress.Any, InsecureHttp = true });
        ListenRules.Check(Safe with { Address = IPAddress.Any, CertificatePem = "a.pem", CertificateKeyPem = "a.key" });
    }

    [Fact]
    public async Task A_host_for_development_needs_no_key_and_answers_to_loopback_names_only()
    {
        await using var host = await ApiHost.Start(s => s with { Dev = true });
        Assert.Equal(200, (await host.Get("/v1/sites")).Status);
        Assert.Equal(200, (await host.Post("/v1/agents/west/register", """{"agent":"a","gpus":1}""")).Status);
        Assert.Equal(409, (await host.Get("/v1/keys")).Status);
        Assert.Equal(403, (await host.Get("/v1/sites", ("Host", "rebound.example"))).Status);
    }

    [Theory]
    [InlineData("https://evil.example", 403)]
    [InlineData("http://localhost:3000", 403)]
    [InlineData("null", 403)]
    [InlineData("own", 200)]
    public async Task A_host_for_development_does_not_obey_pages_of_other_origins(string origin, int status)
    {
        await using var host = await ApiHost.Start(s => s with { Dev = true });
        await host.Post("/v1/policies", """{"name":"round-robin"}""");
        // A POST without a body is what a browser sends for any page without asking first.
        var given = origin == "own" ? host.Address.GetLeftPart(UriPartial.Authority) : origin;
        Assert.Equal(status, (await host.Post("/v1/policies/1/activate", body: null, ("Origin", given))).Status);
    }

    [Fact]
    public async Task A_certificate_from_files_serves_TLS()
    {
        var folder = Directory.CreateTempSubdirectory("controlplane-tls-").FullName;
        var (certificate, key) = (Path.Combine(folder, "host.pem"), Path.Combine(folder, "host.key"));
        using var secret = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", secret, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(certificate, signed.ExportCertificatePem());
        await File.WriteAllTextAsync(key, secret.ExportPkcs8PrivateKeyPem());
        await using var host = await ApiHost.Start(s => s with { CertificatePem = certificate, CertificateKeyPem = key });
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(signed);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = trust;
        using var client = new HttpClient(handler) { BaseAddress = host.Address };
        Assert.Equal("https", host.Address.Scheme);
        using var live = await client.GetAsync("/health/live");
        Assert.Equal("""{"status":"live"}""", await live.Content.ReadAsStringAsync());
        Assert.Equal(["max-age=31536000"], live.Headers.GetValues("Strict-Transport-Security"));
        Directory.Delete(folder, recursive: true);
    }
}
