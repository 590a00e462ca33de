import { dtypeOf, type Executable, NeuriteError, sizeOf, type Type, type Value } from "@neurite/tensor";
import { firstNotFinite, notFinite } from "./data";

/** Fills `output` with the network's answer for the row `input`; both are typed arrays of the caller, who may use them again. */
export type RowPredictor = (input: Value["data"], output: Value["data"]) => void;

/** Checks at the door of a function for one row; `bind` is asked once. Nothing is allocated in a call. */
export function rowPredictor(
  { inputs, outputs }: { readonly inputs: readonly Type[]; readonly outputs: readonly Type[] },
  bind: () => ReturnType<Executable["bind"]>,
): RowPredictor {
  const [takes, gives] = [inputs[0], outputs[0]];
  if (!takes || !gives || inputs.length !== 1 || outputs.length !== 1) {
    throw new NeuriteError(
      "bad-argument",
      `predictor: the network should have one input and one output, got ${inputs.length} and ${outputs.length}. Use predictAll.`,
    );
  }
  const fill = bind();
  const [width, answerWidth] = [sizeOf(takes.shape), sizeOf(gives.shape)];
  let [knownInput, knownOutput]: readonly (Value["data"] | undefined)[] = []; // looked at before: most callers pass the same two arrays
  return (input, output) => {
    if (input !== knownInput) {
      if (input.length !== width || dtypeOf(input) !== takes.dtype) throw misfit("input", takes, input);
      knownInput = input;
    }
    if (output !== knownOutput) {
      if (output.length !== answerWidth || dtypeOf(output) !== gives.dtype) throw misfit("output", gives, output);
      knownOutput = output;
    }
    const at = firstNotFinite(input);
    if (at >= 0) throw notFinite("predictor", input[at] as number, `column ${at}`);
    fill(input, output);
  };
}

const arrayNames = { float32: "Float32Array", float64: "Float64Array", int32: "Int32Array", bool: "Uint8Array" };

function misfit(which: "input" | "output", { shape, dtype }: Type, got: Value["data"]): NeuriteError {
  return new NeuriteError(
    "bad-data",
    `predictor: the ${which} should be a ${arrayNames[dtype]} of ${sizeOf(shape)} for one row, got a ${arrayNames[dtypeOf(got)]} of ${got.length}. Make the array once and use it for every row.`,
  );
}
