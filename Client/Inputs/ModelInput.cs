using ControlPlane.Client.Hosting;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Client.Inputs;

/// <summary>Reads the models that the command line names: files, or the one that comes with the product.</summary>
internal static class ModelInput
{
    /// <summary>What may be written, for help.</summary>
    public const string What = "a file, or 'shipped' for the one that comes with the product";

    /// <summary>The policy that decides with models.</summary>
    public const string Policy = "chsac";

    /// <summary>The policy with a model.</summary>
    /// <param name="text">The file, or <see cref="PolicyModel.Shipped"/>.</param>
    /// <exception cref="InputException">It cannot be used; the message says why.</exception>
    public static PolicySpec Read(string text) => PolicyText.WithModel(new PolicySpec(Policy, new Dictionary<string, string> { [PolicyModel.Parameter.Name] = text }), "MODEL");

    /// <summary>What a model is.</summary>
    /// <param name="policy">As <see cref="Read"/> gave it.</param>
    /// <exception cref="InputException">It is truncated, corrupt, of another version or something else; the message says which.</exception>
    public static ILearnedModel Decode(PolicySpec policy)
    {
        try
        {
            return LearnedModels.Read(policy.Model!.Bytes);
        }
        catch (CheckpointException error)
        {
            throw new InputException($"MODEL '{policy.Settings[PolicyModel.Parameter.Name]}' cannot be used: {error.Message.TrimEnd('.')}");
        }
    }
}
