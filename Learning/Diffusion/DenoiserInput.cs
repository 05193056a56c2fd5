using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Diffusion;

/// <summary>What the denoiser sees, side by side: the noisy value, the code of the step, and the condition.</summary>
internal sealed class DenoiserInput<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int StepWidth = 16;
    private readonly DiffusionSettings _settings;
    private readonly Matrix<T> _stepCodes;

    public DenoiserInput(DiffusionSettings settings)
    {
        _settings = settings;
        Matrix = new(settings.Batch, settings.Width + StepWidth + settings.Condition);
        _stepCodes = StepCodes.Of<T>(settings.Steps, StepWidth);
    }

    public Matrix<T> Matrix { get; }

    public void Fill(Matrix<T> noisy, ReadOnlySpan<int> steps, Matrix<T>? conditions)
    {
        if (_settings.Condition > 0 && conditions is null)
            throw new ArgumentException($"a condition of {_settings.Condition} numbers is needed for every row.", nameof(conditions));
        noisy.RequireShape(_settings.Batch, _settings.Width);
        conditions?.RequireShape(_settings.Batch, _settings.Condition);
        for (var row = 0; row < noisy.Rows; row++)
        {
            var target = Matrix.Row(row);
            noisy.Row(row).CopyTo(target);
            _stepCodes.Row(steps[row]).CopyTo(target[_settings.Width..]);
            if (conditions is not null)
                conditions.Row(row).CopyTo(target[(_settings.Width + StepWidth)..]);
        }
    }
}
