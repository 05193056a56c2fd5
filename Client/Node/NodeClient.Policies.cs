using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Client.Node;

internal sealed partial class NodeClient
{
    private const string Shadow = "/v1/policies/shadow";
    private const string Canary = "/v1/policies/canary";
    private static readonly TimeSpan ModelLimit = TimeSpan.FromMinutes(2);

    /// <summary>The versions of the policy.</summary>
    public Task<IReadOnlyList<PolicyView>> Policies(CancellationToken cancellation) => Call<IReadOnlyList<PolicyView>>(HttpMethod.Get, "/v1/policies", cancellation);

    /// <summary>Stores a version of the policy with its model, once however often the call has to be repeated.</summary>
    public Task<PolicyView> Publish(PolicySpec policy, string note, CancellationToken cancellation)
    {
        var once = Guid.NewGuid().ToString();
        // The path of a file means nothing elsewhere: its name stays.
        var settings = policy.Model is null ? policy.Settings : policy.Settings.ToDictionary(s => s.Key, s => s.Key == PolicyModel.Parameter.Name ? policy.Model.Name : s.Value);
        var model = policy.Model is { } read ? new { read.Name, Data = read.Bytes } : null;
        var body = new { policy.Name, settings, Note = note, model };
        return _calls.Call(() => _http.Call<PolicyView>(HttpMethod.Post, "/v1/policies", body, model is null ? Limit : ModelLimit, cancellation, once), cancellation);
    }

    /// <summary>Lets the node decide with a version.</summary>
    public Task<PolicyView> Activate(int version, CancellationToken cancellation) => Call<PolicyView>(HttpMethod.Post, $"/v1/policies/{version}/activate", cancellation);

    /// <summary>Which versions decide, and which only watch.</summary>
    public Task<PolicyLifeView> PolicyLife(CancellationToken cancellation) => Call<PolicyLifeView>(HttpMethod.Get, "/v1/policies/life", cancellation);

    /// <summary>How the trainer gets on.</summary>
    public Task<TrainerView> Trainer(CancellationToken cancellation) => Call<TrainerView>(HttpMethod.Get, "/v1/policies/trainer", cancellation);

    /// <summary>Lets a version decide beside the active one without effect; null for none.</summary>
    public Task<PolicyLifeView> SetShadow(int? version, CancellationToken cancellation) => version is null
        ? Call<PolicyLifeView>(HttpMethod.Delete, Shadow, cancellation)
        : Call<PolicyLifeView>(HttpMethod.Put, Shadow, cancellation, new { version });

    /// <summary>Lets a version decide about a share of the jobs; null for none.</summary>
    public Task<PolicyLifeView> SetCanary(int? version, double share, CancellationToken cancellation) => version is null
        ? Call<PolicyLifeView>(HttpMethod.Delete, Canary, cancellation)
        : Call<PolicyLifeView>(HttpMethod.Put, Canary, cancellation, new { version, share });

    /// <summary>Lets the canary, or the shadow, decide about all jobs. Not repeated: a second one would find neither.</summary>
    public Task<PolicyLifeView> Promote(CancellationToken cancellation) => Once("/v1/policies/promote", cancellation);

    /// <summary>Lets the version decide that did before. Not repeated: a second one would go back further.</summary>
    public Task<PolicyLifeView> RollBack(CancellationToken cancellation) => Once("/v1/policies/rollback", cancellation);

    private async Task<PolicyLifeView> Once(string path, CancellationToken cancellation)
    {
        try
        {
            return await _http.Call<PolicyLifeView>(HttpMethod.Post, path, body: null, Limit, cancellation).ConfigureAwait(false);
        }
        catch (NodeUnreachableException e)
        {
            throw new NodeUnreachableException($"{e.Message}; whether it took effect is not known: 'controlplane policy status' shows it");
        }
    }
}
