import type { Command } from "commander";
import { NeuriteError } from "neurite";
import type { Io } from "../io";
import { numberList, wholeNumber } from "../option-values";
import { addPluginOption, type PluginFlags } from "../plugins/plugin-option";
import { traceModel } from "./trace-model";
import { traceWeights } from "./trace-weights";

interface TraceFlags extends PluginFlags {
  readonly weights?: string;
  readonly input?: readonly number[];
  readonly activation: string;
  readonly outputActivation: string;
  readonly row?: number;
  readonly top?: number;
  readonly json?: boolean;
}

/** Adds `trace`: every multiplication of a forward pass, of a network written by hand or of a model and a row. */
export function addTrace(program: Command, io: Io): void {
  const command = program
    .command("trace")
    .summary("write out every multiplication of a forward pass")
    .description("Follow one row through a network: every product, every sum, and what the activation makes of it.")
    .usage("--weights <file> --input <numbers> [options]\n       neurite trace <model> <file> [options]")
    .argument("[model]", "a model file")
    .argument("[file]", 'a CSV file with the columns of the model; "-" is standard input')
    .option("--weights <file>", 'a JSON file such as {"node_0": [2, 4], "node_1": [4, -5], "output": [2, 7]}')
    .option("--input <numbers>", "what goes into the nodes of --weights, as in 2,3", numberList)
    .option("--activation <name>", "the activation of the hidden nodes of --weights, or its formula", "relu")
    .option("--output-activation <name>", "the activation of the output of --weights, or its formula", "linear")
    .option("--row <number>", "the row of the table to follow; the first is 1 (default: 1)", wholeNumber(1))
    .option(
      "--top <number>",
      "how many neurons of a layer and products of a neuron to show (default: 5 of a model, all of --weights)",
      wholeNumber(1),
    );
  addPluginOption(command)
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action((model: string | undefined, file: string | undefined, flags: TraceFlags) => trace(model, file, flags, io));
}

const examples = `
Examples:
  neurite trace --weights weights.json --input 2,3 --activation tanh
  neurite trace cnt.safetensors bikes.csv --row 3 --top 5`;

async function trace(model: string | undefined, file: string | undefined, flags: TraceFlags, io: Io): Promise<void> {
  const { weights } = flags;
  if (weights !== undefined) {
    if (model !== undefined) {
      throw new NeuriteError("usage", "trace: got --weights and a model. Take one of them: neurite trace --help.");
    }
    if (flags.row !== undefined) {
      throw new NeuriteError("usage", "trace: --row goes with a model and a table. Pass numbers with --input.");
    }
    return traceWeights({ ...flags, weights }, io);
  }
  if (model === undefined || file === undefined) {
    throw new NeuriteError(
      "usage",
      "trace: expected --weights FILE, or a model and a table. See neurite trace --help.",
    );
  }
  if (flags.input !== undefined) {
    throw new NeuriteError("usage", "trace: --input goes with --weights. Name a row of the table with --row.");
  }
  return traceModel(model, file, flags, io);
}
