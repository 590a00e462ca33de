/** The name of a model's file that was not told: the target's, without what file systems or shells do not take. */
export function modelPath(target: string): string {
  const name = target
    .replace(/[\p{Cc}\s<>:"/\\|?*'`$&;!]+/gu, "_")
    .replace(/^[.-]+|[. ]+$/g, "")
    .slice(0, 80);
  return `${name === "" ? "model" : name}.safetensors`;
}
