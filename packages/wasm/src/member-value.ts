import type { DType, Tensor } from "@neurite/tensor";
import type { Code, Local } from "./assembler/code";
import { emitElement, type Lanes } from "./element";
import type { Member } from "./kernel";

/** The dtype of each operand of a member. */
export function operandTypes({ node, operands }: Member): readonly DType[] {
  if (node.op === "random") return ["int32", "int32"];
  if (operands.length === node.inputs.length && !isCopy(node.op)) return node.inputs.map((t: Tensor) => t.dtype);
  return [node.outputs[0]?.dtype as DType];
}

function isCopy(op: string): boolean {
  return op === "reshape" || op === "broadcast" || op === "transpose" || op === "slice";
}

/** How many numbers the vectors of a kernel with these members hold. */
export function lanesOf(members: Iterable<Member>): Lanes {
  for (const member of members) {
    if (member.node.outputs[0]?.dtype === "float64" || operandTypes(member).includes("float64")) return 2;
  }
  return 4;
}

/** Emits the value of a member into a local; `count` leaves the vector of counts on the stack that an iota or random number begins with. */
export function memberValue(
  code: Code,
  member: Member,
  inputs: readonly Local[],
  lanes: Lanes,
  count: () => void,
): Local {
  const { node } = member;
  const dtype = node.outputs[0]?.dtype as DType;
  if (isCopy(node.op)) return inputs[0] as Local;
  if (node.op === "iota") {
    count();
    if (dtype !== "int32") code.op(dtype === "float64" ? "f64x2.convert_low_i32x4_s" : "f32x4.convert_i32x4_s");
  } else if (node.op === "random") {
    const [high, low] = inputs as readonly [Local, Local];
    count();
    code.get(high);
    code.op("i32x4.add");
    mix(code);
    code.get(low);
    code.op("v128.xor");
    mix(code);
  } else emitElement(code, node, inputs, lanes);
  return code.take("v128");
}

/** The finaliser lowbias32 (see tensor's keys) on the vector on the stack. */
function mix(code: Code): void {
  const fold = (by: number) => {
    const x = code.keep("v128");
    code.get(x);
    code.i32(by);
    code.op("i32x4.shr_u", "v128.xor");
  };
  const times = (n: number) => {
    code.i32x4(n);
    code.op("i32x4.mul");
  };
  fold(16);
  times(0x7feb352d);
  fold(15);
  times(0x846ca68b | 0);
  fold(16);
}
