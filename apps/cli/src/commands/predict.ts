import type { Command } from "commander";
import type { Io } from "../io";

export function addPredict(program: Command, _io: Io): void {
  program.command("predict").addHelpText("after", "\nExamples:\n  neurite predict");
}
