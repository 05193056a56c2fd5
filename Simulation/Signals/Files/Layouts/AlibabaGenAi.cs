namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Requests to Stable Diffusion services of Alibaba.</summary>
internal sealed class AlibabaGenAi() : RequestTrace(
    "alibaba-genai",
    "Alibaba cluster-trace-v2026-GenAI: requests for images",
    "gmt_create,predict_type,predict_status,exec_time_seconds,groupId,prompt_length,negative_prompt_length,num_images_per_prompt,num_inference_steps,checkpoint_model_version_id,num_lora",
    "gmt_create is read as UTC (the publisher shifted it). Counts of images, steps, kind and status are kept.")
{
    public override IReadOnlyList<string> Needed { get; } = ["gmt_create", "predict_type", "num_images_per_prompt", "num_inference_steps"];

    protected override string Time => "gmt_create";

    protected override IReadOnlyList<(string Column, string Name)> Tallies { get; } =
        [("num_images_per_prompt", "images"), ("num_inference_steps", "steps"), ("predict_type", "kind"), ("predict_status", "status")];
}
