/**
 * The instructions that the compiler uses, by the names that the WebAssembly specification gives them: what they begin with, and the rest.
 *
 * A number stands before the instruction that has it, the next ones count on from there. Numbers from 0x100 up follow the SIMD
 * prefix 0xfd. No instruction of relaxed SIMD: those differ between processors.
 * Source: WebAssembly Core Specification 2.0, "Index of Instructions".
 */
const families = {
  "": "0x1a drop select",
  "i32.":
    "0x28 load 0x36 store 0x45 eqz eq ne lt_s lt_u gt_s 0x4e ge_s 0x6a add sub mul 0x6e div_u 0x71 and or xor shl 0x76 shr_u",
  "f32.": "0x2a load 0x38 store 0x5b eq ne 0x5e gt 0x92 add 0x94 mul",
  "f64.": "0x2b load 0x39 store 0x61 eq ne 0x64 gt 0xa0 add 0xa2 mul",
  "v128.":
    "0x100 load 0x109 load32_splat load64_splat store const 0x14d not and andnot or xor bitselect any_true 0x156 load32_lane load64_lane 0x15a store32_lane store64_lane load32_zero load64_zero",
  "i8x16.": "0x10d shuffle swizzle 0x16e add",
  "i32x4.":
    "0x111 splat 0x137 eq ne lt_s 0x13b gt_s 0x1a0 abs neg 0x1ab shl 0x1ad shr_u add 0x1b1 sub 0x1b5 mul min_s 0x1b8 max_s 0x1f9 trunc_sat_f32x4_u 0x1fd trunc_sat_f64x2_u_zero",
  "i64x2.": "0x112 splat 0x1c7 extend_low_i32x4_s 0x1cb shl 0x1cd shr_u add 0x1d1 sub 0x1d5 mul eq ne lt_s gt_s",
  "f32x4.":
    "0x113 splat 0x141 eq ne lt gt 0x15e demote_f64x2_zero 0x167 ceil floor trunc nearest 0x1e0 abs neg 0x1e3 sqrt add sub mul div min max pmin pmax 0x1fa convert_i32x4_s",
  "f64x2.":
    "0x114 splat 0x147 eq ne lt gt 0x15f promote_low_f32x4 0x174 ceil floor 0x17a trunc 0x194 nearest 0x1ec abs neg 0x1ef sqrt add sub mul div min max pmin pmax 0x1fe convert_low_i32x4_s",
} as const;

type Families = typeof families;
type Words<S> = S extends `${infer Word} ${infer Rest}` ? Word | Words<Rest> : S;

export type Instruction = {
  [F in keyof Families]: `${F}${Exclude<Words<Families[F]>, `0x${string}`> & string}`;
}[keyof Families];

/** The number of each instruction. */
export const opcodes: ReadonlyMap<string, number> = /* @__PURE__ */ number();

function number(): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [family, words] of Object.entries(families)) {
    let next = 0;
    for (const word of words.split(" ")) {
      if (word.startsWith("0x")) next = Number(word);
      else numbers.set(family + word, next++);
    }
  }
  return numbers;
}
