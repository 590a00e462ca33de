import { type AnyNode, type DType, elementwise, isFloat, type OpName, type Tensor } from "@neurite/tensor";
import { Code, type Local } from "./assembler/code";
import type { Instruction } from "./assembler/opcodes";
import { functions } from "./functions";
import type { FloatType } from "./functions/float-type";
import { uniformConstant } from "./uniform-constant";
import { sourceOf } from "./view";

/**
 * How many numbers a vector of a kernel holds: 4, or 2 in a kernel that meets float64. With 2, numbers of 32 bits stand in the
 * lower half of their vector, and a bool is a mask of 64 bits.
 */
export type Lanes = 2 | 4;

/** The bytes that one number takes in memory; a bool is a mask of 32 bits there. */
export function bytesOf(dtype: DType): 4 | 8 {
  return dtype === "float64" ? 8 : 4;
}

/** Whether each element of the output depends on the same element of each input, or on its place, only. */
export function isElementwise(op: OpName): boolean {
  return elementwise.has(op) || op === "iota" || op === "random";
}

/** Whether it is better kept than computed again. */
export function isExpensive(op: OpName): boolean {
  return op in functions || op === "div" || op === "sqrt" || op === "random";
}

type Typed<T extends string> = `${T}x${4 | 2}`;
type Prefix = Typed<"f32"> | Typed<"f64"> | Typed<"i32">;
const prefix = (dtype: DType): Prefix => (dtype === "float32" ? "f32x4" : dtype === "float64" ? "f64x2" : "i32x4");
const of = (dtype: DType, name: string) => `${prefix(dtype)}.${name}` as Instruction;

const low = [0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11];

/** Makes a mask of 64 bits a lane into one of 32 bits a lane. */
export function narrowMask(code: Code): void {
  const mask = code.keep("v128");
  code.get(mask);
  code.shuffle(low);
}

/** The constant `n` in every lane. */
export function splat(code: Code, n: number, dtype: DType, lanes: Lanes): void {
  if (dtype === "float64") code.f64x2(n);
  else if (dtype === "float32") code.f32x4(n);
  else if (dtype === "int32") code.i32x4(n);
  else if (lanes === 2) code.i64x2(n ? -1n : 0n);
  else code.i32x4(n ? -1 : 0);
}

/** Emits one elementwise operation on vectors in locals, and leaves its result on the stack. */
export function emitElement(code: Code, node: AnyNode, inputs: readonly Local[], lanes: Lanes): void {
  const dtype = node.outputs[0]?.dtype as DType;
  const from = (node.inputs as readonly { dtype: DType }[])[0]?.dtype ?? dtype;
  const [a, b] = inputs as readonly [Local, Local, Local];
  const all = (...names: Instruction[]) => {
    code.get(...inputs);
    code.op(...names);
  };
  const widen = () => lanes === 2 && from !== "float64" && code.op("i64x2.extend_low_i32x4_s");
  switch (node.op) {
    case "add":
    case "sub":
    case "mul":
      return void all(of(dtype, node.op));
    case "div":
      if (dtype === "int32") return void divideWhole(code, a, b, lanes);
      return void all(of(dtype, "div"));
    case "neg":
    case "abs":
    case "sqrt":
    case "floor":
      return void all(of(dtype, node.op));
    case "minimum":
    case "maximum":
      if (dtype === "bool") return void all(node.op === "minimum" ? "v128.and" : "v128.or");
      return void all(of(dtype, smallerOrLarger(node, dtype)));
    case "less":
      if (from === "bool") {
        code.get(b, a);
        return void code.op("v128.andnot");
      }
      all(of(from, from === "int32" ? "lt_s" : "lt"));
      widen();
      return;
    case "equal":
      if (from === "bool") return void all("v128.xor", "v128.not");
      all(of(from, "eq"));
      widen();
      return;
    case "xor":
      return void all("v128.xor");
    case "where":
      return void choose(code, node, inputs, dtype, lanes);
    case "sign":
      return void emitSign(code, a, dtype);
    case "shift":
      code.get(a);
      code.i32(Math.abs(node.attributes.by));
      return void code.op(node.attributes.by < 0 ? "i32x4.shr_u" : "i32x4.shl");
    case "cast":
      return void emitCast(code, a, from, dtype, lanes);
    case "stopGradient":
      return void code.get(a);
    default: {
      const write = functions[node.op];
      if (!write) throw new Error(`internal: the engine has no instructions for ${node.op}`);
      code.get(...inputs);
      if (node.op === "pow") code.callLater(powerOf(write, dtype as FloatType));
      else write(code, dtype as FloatType);
    }
  }
}

const powers = /* @__PURE__ */ new Map<DType, Code>();

/** The power as a function to call: it is so long that writing it once costs less than its calls do. */
function powerOf(write: (code: Code, dtype: FloatType) => void, dtype: FloatType): Code {
  const known = powers.get(dtype);
  if (known) return known;
  const code = new Code(["v128", "v128"], ["v128"]);
  code.get(0, 1);
  write(code, dtype);
  powers.set(dtype, code);
  return code;
}

/** Where one of the choices is 0, the mask alone makes it. */
function choose(code: Code, node: AnyNode, [mask, a, b]: readonly Local[], dtype: DType, lanes: Lanes): void {
  const isZero = (at: number) => Object.is(uniformConstant(sourceOf(node.inputs[at] as Tensor)), 0);
  const get = (...locals: readonly (Local | undefined)[]) => {
    for (const local of locals) code.get(local as Local);
  };
  const condition = () => {
    get(mask);
    if (lanes === 2 && (dtype === "float32" || dtype === "int32")) narrowMask(code);
  };
  const plain = dtype !== "bool";
  if (plain && isZero(1)) get(b);
  else if (plain && isZero(2)) get(a);
  else get(a, b);
  condition();
  code.op(plain && isZero(1) ? "v128.andnot" : plain && isZero(2) ? "v128.and" : "v128.bitselect");
}

/** One instruction of the processor where no NaN can come from the second operand, several where it can. */
function smallerOrLarger({ op, inputs }: AnyNode, dtype: DType): string {
  const name = op === "minimum" ? "min" : "max";
  if (dtype === "int32") return `${name}_s`;
  const second = uniformConstant(sourceOf(inputs[1] as Tensor));
  return second !== undefined && !Number.isNaN(second) ? `p${name}` : name;
}

/** -1, 0 or 1; what is 0 or NaN stays. */
function emitSign(code: Code, x: Local, dtype: DType): void {
  if (dtype === "int32") {
    code.get(x);
    code.i32x4(1);
    code.op("i32x4.min_s");
    code.i32x4(-1);
    return void code.op("i32x4.max_s");
  }
  const number = (n: number) => splat(code, n, dtype, 2);
  number(1);
  number(-1);
  code.get(x);
  number(0);
  code.op(of(dtype, "gt"), "v128.bitselect");
  code.get(x, x);
  number(0);
  code.op(of(dtype, "gt"));
  code.get(x);
  number(0);
  code.op(of(dtype, "lt"), "v128.or", "v128.bitselect");
}

function emitCast(code: Code, x: Local, from: DType, to: DType, lanes: Lanes): void {
  if (to === "int32" && isFloat(from)) return void wrapToWhole(code, x, from);
  code.get(x);
  if (from === to) return;
  if (to === "bool") {
    splat(code, 0, from, lanes);
    code.op(of(from, "ne"));
    if (lanes === 2 && from !== "float64") code.op("i64x2.extend_low_i32x4_s");
    return;
  }
  if (from === "bool") {
    if (lanes === 2 && to !== "float64") narrowMask(code);
    splat(code, 1, to, lanes);
    return void code.op("v128.and");
  }
  if (to === "float64")
    return void code.op(from === "float32" ? "f64x2.promote_low_f32x4" : "f64x2.convert_low_i32x4_s");
  code.op(from === "float64" ? "f32x4.demote_f64x2_zero" : "f32x4.convert_i32x4_s");
}

/** Towards zero, modulo 2^32; NaN and infinities are 0, as JavaScript's own conversion has it. */
function wrapToWhole(code: Code, x: Local, from: DType): void {
  const number = (n: number) => splat(code, n, from, 2);
  code.get(x);
  code.op(of(from, "trunc"));
  const whole = code.take("v128");
  code.get(whole, whole);
  number(2 ** -32);
  code.op(of(from, "mul"), of(from, "trunc"));
  number(2 ** 32);
  code.op(of(from, "mul"), of(from, "sub"), of(from, "abs"));
  code.op(from === "float64" ? "i32x4.trunc_sat_f64x2_u_zero" : "i32x4.trunc_sat_f32x4_u");
  const size = code.take("v128");
  code.get(size);
  code.op("i32x4.neg");
  code.get(size, whole);
  number(0);
  code.op(of(from, "lt"));
  if (from === "float64") narrowMask(code);
  code.op("v128.bitselect");
}

/** Towards zero, and 0 where b is 0: float64 holds every quotient's whole part exactly. */
function divideWhole(code: Code, a: Local, b: Local, lanes: Lanes): void {
  const half = (upper: boolean) => {
    for (const x of [a, b]) {
      code.get(x);
      if (upper) {
        code.get(x);
        code.shuffle([8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7]);
      }
      code.op("f64x2.convert_low_i32x4_s");
    }
    code.op("f64x2.div");
    wrapToWhole(code, code.take("v128"), "float64");
  };
  half(false);
  if (lanes === 2) return;
  half(true);
  code.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23]);
}
