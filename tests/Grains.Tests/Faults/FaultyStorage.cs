using Orleans.Storage;

namespace ControlPlane.Grains.Tests.Faults;

/// <summary>A storage that meets the faults of a plan.</summary>
internal sealed class FaultyStorage(IGrainStorage inner, StorageFaults faults) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        faults.BeforeRead();
        return inner.ReadStateAsync(stateName, grainId, grainState);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        switch (await faults.BeforeWrite())
        {
            case StorageFault.Before:
                throw new IOException("The storage cannot be reached.");
            case StorageFault.Conflict:
                throw new InconsistentStateException("The storage says that somebody else has written.");
            case StorageFault.After:
                await inner.WriteStateAsync(stateName, grainId, grainState);
                throw new TimeoutException("The storage did not answer.");
            case StorageFault.Late:
                var copy = new GrainState<T>(grainState.State, grainState.ETag) { RecordExists = grainState.RecordExists };
                faults.AddLate(() => WriteLate(stateName, grainId, copy));
                throw new TimeoutException("The storage did not answer.");
            default:
                await inner.WriteStateAsync(stateName, grainId, grainState);
                break;
        }
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);

    private async Task WriteLate<T>(string stateName, GrainId grainId, GrainState<T> grainState)
    {
        try
        {
            await inner.WriteStateAsync(stateName, grainId, grainState);
        }
        catch (InconsistentStateException)
        {
            // It came too late.
        }
    }
}
