using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Client.Orleans.Regions;

/// <summary>Versions of a region's policy as documents.</summary>
internal static class VersionTables
{
    /// <summary>The versions.</summary>
    /// <param name="region">Name of the region.</param>
    /// <param name="versions">Oldest first.</param>
    public static Document List(string region, ImmutableArray<PolicyVersionRecord> versions) => Of($"region {region}", versions, []);

    /// <summary>A version was stored.</summary>
    /// <param name="region">Name of the region.</param>
    /// <param name="version">Its number.</param>
    /// <param name="versions">Oldest first.</param>
    public static Document Published(string region, int version, ImmutableArray<PolicyVersionRecord> versions) =>
        Of($"region {region}: version {version} is stored; 'controlplane region policy activate {version}' decides with it", versions, [("version", version)]);

    /// <summary>A version decides.</summary>
    /// <param name="region">Name of the region.</param>
    /// <param name="publication">Number of the publication.</param>
    /// <param name="versions">Oldest first.</param>
    public static Document Activated(string region, long publication, ImmutableArray<PolicyVersionRecord> versions) =>
        Of($"region {region}: decides with version {versions.Single(v => v.IsActive).Version}, publication {publication}", versions, [("publication", publication)]);

    /// <summary>A row a version.</summary>
    /// <param name="versions">Oldest first.</param>
    public static Table Table(ImmutableArray<PolicyVersionRecord> versions)
    {
        var table = new Table("Versions of the policy", [
            new("version", "version"), Column.Words("active", "active"), Column.Words("policy", "policy"), Column.Words("published_utc", "published (UTC)"), Column.Words("note", "note")]);
        foreach (var version in versions)
        {
            table.Add(
                Cell.Of(version.Version), new Cell(version.IsActive ? "yes" : "", version.IsActive), Cell.Of(version.Policy.ToSpec().Label),
                new Cell($"{version.PublishedUtc:yyyy-MM-dd HH:mm:ss}", $"{version.PublishedUtc:O}"), Cell.Of(version.Note));
        }

        return table;
    }

    private static Document Of(string heading, ImmutableArray<PolicyVersionRecord> versions, (string Name, long Number)[] numbers)
    {
        var table = Table(versions);
        return new Document
        {
            Heading = [heading],
            Tables = [table],
            Csv = () => table,
            Json = () =>
            {
                var json = new JsonObject();
                foreach (var (name, number) in numbers)
                    json[name] = number;
                json["versions"] = JsonText.Rows(table);
                return json;
            },
        };
    }
}
