namespace ControlPlane.Simulation.Calibration;

/// <summary>What was measured of the results of a model at a number of steps.</summary>
/// <param name="Model">The model.</param>
/// <param name="Steps">Denoising steps.</param>
/// <param name="Brisque">BRISQUE of the images, lower is better.</param>
/// <param name="Clip">CLIP score of images and prompts, higher is better; one backbone for all.</param>
/// <param name="Category">Category of the prompts; empty where there is none.</param>
public sealed record QualityMeasurement(string Model, int Steps, double Brisque, double Clip, string Category = "");
