import type { Code, Local } from "../assembler/code";
import type { Instruction } from "../assembler/opcodes";
import { type FloatType, layout } from "./float-type";

/** What leaves one vector on the stack; a number stands for a vector of it. Used twice it is computed twice, unless held. */
export type Vector = number | (() => void);

/**
 * Formulas over vectors, so that a function reads as its mathematics and not as a stack machine.
 *
 * The words of a vector are its lanes' bits as whole numbers: many steps are an addition or a shift on the exponent's bits.
 */
export function formulas(code: Code, dtype: FloatType) {
  const wide = dtype === "float64";
  const float = wide ? "f64x2" : "f32x4";
  const whole = wide ? "i64x2" : "i32x4";
  const put = (vector: Vector) => {
    if (typeof vector === "function") vector();
    else if (wide) code.f64x2(vector);
    else code.f32x4(vector);
  };
  const op =
    (name: Instruction) =>
    (...operands: readonly Vector[]) =>
    () => {
      operands.forEach(put);
      code.op(name);
    };
  const from = (local: Local) => () => code.get(local);
  const shift = (name: "shl" | "shr_u") => (a: Vector, by: number) => () => {
    put(a);
    code.i32(by);
    code.op(`${whole}.${name}`);
  };
  const add = op(`${float}.add`);
  const mul = op(`${float}.mul`);
  /** The same word in all lanes. */
  const word = (bits: bigint) => () => (wide ? code.i64x2(bits) : code.i32x4(Number(BigInt.asIntN(32, bits))));
  const hold = (vector: Vector) => {
    put(vector);
    return from(code.take("v128"));
  };
  return {
    wide,
    put,
    op,
    add,
    mul,
    sub: op(`${float}.sub`),
    div: op(`${float}.div`),
    nearest: op(`${float}.nearest`),
    floor: op(`${float}.floor`),
    abs: op(`${float}.abs`),
    /** The first operand where it is NaN. */
    pmin: op(`${float}.pmin`),
    pmax: op(`${float}.pmax`),
    lt: op(`${float}.lt`),
    gt: op(`${float}.gt`),
    eq: op(`${float}.eq`),
    ne: op(`${float}.ne`),
    and: op("v128.and"),
    /** Bits of the first that the second has not. */
    andnot: op("v128.andnot"),
    or: op("v128.or"),
    xor: op("v128.xor"),
    /** Bits of the first where the third has ones, of the second elsewhere. */
    select: op("v128.bitselect"),
    addWords: op(`${whole}.add`),
    subWords: op(`${whole}.sub`),
    ltWords: op(`${whole}.lt_s`),
    gtWords: op(`${whole}.gt_s`),
    shl: shift("shl"),
    shrUnsigned: shift("shr_u"),
    word,
    /** n in the exponent's place of a word. */
    exponent: (n: number) => word(BigInt(n) << BigInt(layout[dtype].places)),
    /** The operand of the function: what is on the stack when it begins. */
    operand: () => from(code.take("v128")),
    /** Computes a vector now and once. */
    hold,
    /** A vector that may become another later. */
    variable: (vector: Vector) => {
      put(vector);
      const local = code.take("v128");
      const become = (other: Vector) => {
        put(other);
        code.set(local);
      };
      return { value: from(local), become };
    },
    /** Computes a mask now and gives what writes code for where any lane of it has ones: the rare cases. */
    rare: (mask: Vector) => {
      put(mask);
      code.op("v128.any_true");
      const any = code.take("i32");
      return (body: () => void, otherwise?: () => void) => {
        code.get(any);
        code.when(body, otherwise);
      };
    },
    /**
     * The polynomial of these coefficients, the constant one first, in pairs, pairs of pairs and so on (Estrin's scheme): of twice the
     * length in one more step, and so quicker and less rounded than one after the other.
     */
    polynomial: (x: Vector, coefficients: readonly number[]): Vector => {
      let terms: readonly Vector[] = coefficients;
      for (let power = x; terms.length > 1; ) {
        const by = power;
        const last = terms.length - 1;
        terms = terms.flatMap((c, i) => (i % 2 ? [] : i === last ? c : add(mul(terms[i + 1] as Vector, by), c)));
        if (terms.length > 1) power = hold(mul(by, by));
      }
      return terms[0] as Vector;
    },
    /** The polynomial of these coefficients, the constant one first. */
    horner: (x: Vector, coefficients: readonly number[]): Vector =>
      coefficients.reduceRight<Vector>((sum, c, i) => (i === coefficients.length - 1 ? c : add(mul(sum, x), c)), 0),
  };
}

export type Formulas = ReturnType<typeof formulas>;
