using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Shaping;

/// <summary>The newest decisions, each with a label once it is known; labels come in the order of the decisions.</summary>
internal sealed class LabelMemory(ShaperSettings settings) : ICheckpointed
{
    private readonly float[] _states = new float[checked(settings.Capacity * settings.Features)];
    private readonly int[] _actions = new int[settings.Capacity];
    private readonly double[] _labels = new double[settings.Capacity];
    private readonly RandomStream _random = new(settings.Seed, "shaper/labels");
    private long _oldest;
    private long _added;
    private long _labelled;

    /// <summary>Decisions that were ever labelled.</summary>
    public long Labelled => _labelled;

    /// <summary>Decisions that wait for their label.</summary>
    public int Waiting => (int)(_added - _labelled);

    private long First => Math.Max(_oldest, _added - settings.Capacity);

    /// <summary>Labelled decisions that are kept.</summary>
    public int Count => (int)(_labelled - First);

    public void Add(ReadOnlySpan<float> state, int action)
    {
        if (Waiting == settings.Capacity)
            throw new InvalidOperationException($"{settings.Capacity} decisions wait for their labels: more than are kept.");
        var place = (int)(_added++ % settings.Capacity);
        state.CopyTo(_states.AsSpan(place * settings.Features, settings.Features));
        _actions[place] = action;
    }

    /// <summary>The label of the oldest decision that waits.</summary>
    public void Label(double value) => _labels[_labelled++ % settings.Capacity] = value;

    /// <summary>Decisions that wait never get a label. What they were written over does not come back.</summary>
    public void Forget() => (_oldest, _added) = (First, _labelled);

    /// <summary>Mean and standard deviation of the labels that are kept.</summary>
    public (double Mean, double Deviation) Moments()
    {
        var (count, mean, squares) = (0L, 0.0, 0.0);
        for (var row = First; row < _labelled; row++)
        {
            var label = _labels[row % settings.Capacity];
            var difference = label - mean;
            mean += difference / ++count;
            squares += difference * (label - mean);
        }

        return (mean, count < 2 ? 0 : Math.Sqrt(squares / count));
    }

    /// <summary>Draws labelled decisions, uniformly with replacement.</summary>
    public void Sample<T>(ShaperConditions<T> conditions, Matrix<T> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var row = 0; row < labels.Rows; row++)
        {
            var place = (int)((First + _random.NextBelow(Count)) % settings.Capacity);
            conditions.Write(row, _states.AsSpan(place * settings.Features, settings.Features), _actions[place]);
            labels[row, 0] = T.CreateTruncating(_labels[place]);
        }
    }

    public void Exchange(StateExchange state)
    {
        state.Value("oldest", ref _oldest);
        state.Value("added", ref _added);
        state.Value("labelled", ref _labelled);
        state.Stream("random", _random);
        state.Array<float>("states", _states);
        state.Array<int>("actions", _actions);
        state.Array<double>("labels", _labels);
    }
}
