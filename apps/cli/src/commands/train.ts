import type { Command } from "commander";
import type { Io } from "../io";

export function addTrain(program: Command, _io: Io): void {
  program.command("train").addHelpText("after", "\nExamples:\n  neurite train");
}
