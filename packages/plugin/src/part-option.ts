import { NeuriteError } from "@neurite/tensor";

/**
 * Refuses an option that is not a made kind: `glorotUniform` where `glorotUniform()` was meant, or a name.
 *
 * Throws `bad-argument`. TypeScript sees both; programs in JavaScript learn it here, and not from a stack trace within the first step.
 */
export function partOption(
  kind: string,
  name: string,
  given: unknown,
  method: "apply" | "compute" | "sample" | "steps" | "update",
): void {
  const made = typeof given === "object" && given !== null && "kind" in given && method in given;
  if (made) return;
  const shown = typeof given === "function" ? `the function ${given.name}` : JSON.stringify(given);
  const remedy =
    typeof given === "function" ? `Call it: ${given.name}().` : "Import the value that the name stands for.";
  throw new NeuriteError(
    "bad-argument",
    `${kind}: "${name}" should be an object with a kind and the method ${method}, got ${shown}. ${remedy}`,
  );
}
