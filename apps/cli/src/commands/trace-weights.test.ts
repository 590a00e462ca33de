import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fakeIo } from "../fake-io";
import { run } from "../run";
import { engineHere } from "../test-folder";

let cwd = "";
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "neurite-"));
  await writeFile(join(cwd, "weights.json"), '{"node_0": [1, 1], "node_1": [-1, 1], "output": [2, -1]}');
});
afterAll(() => rm(cwd, { recursive: true }));

async function trace(...argv: string[]) {
  const io = fakeIo({ cwd });
  const code = await run(["trace", ...argv], io);
  return { code, out: io.out(), err: io.err() };
}

describe("neurite trace --weights", () => {
  it("prints products, sums and outputs of every node", async () => {
    const { code, out, err } = await trace("--weights", "weights.json", "--input", "2,3", "--activation", "tanh");
    expect([code, err]).toEqual([0, ""]);
    // tanh 5 and tanh 1 in float64; 2 · 0.9999092042625951 - 0.7615941559557649 = 1.2382242525694254.
    expect(out).toBe(`input   2  3

node_0
  2 × 1    = 2
  3 × 1    = 3
  sum      = 5
  tanh(5)  = 0.9999092042625951

node_1
  2 × -1   = -2
  3 × 1    = 3
  sum      = 1
  tanh(1)  = 0.7615941559557649

output
  0.9999092042625951 × 2      = 1.9998184085251902   node_0
  0.7615941559557649 × -1     = -0.7615941559557649  node_1
  sum                         = 1.2382242525694254
  linear(1.2382242525694254)  = 1.2382242525694254

result  1.2382242525694254
`);
  });

  it.each([
    ["linear", "9"],
    ["relu", "9"],
    ["tanh", "1.2382242525694254"],
  ])("ends with %s in %s", async (activation, result) => {
    const { out } = await trace("--weights", "weights.json", "--input", "2,3", "--activation", activation);
    expect(out).toMatch(new RegExp(`\nresult  ${result}\n$`));
  });

  it("takes negative numbers and an activation of the output", async () => {
    // relu(-2 - 3) = 0 and relu(2 - 3) = 0, so the output is sigmoid(0) = 0.5.
    const { out } = await trace("--weights", "weights.json", "--input", "-2,-3", "--output-activation", "sigmoid");
    expect(out).toContain("sigmoid(0)");
    expect(out).toContain("result  0.5\n");
  });

  it("writes a formula by its text", async () => {
    const argv = ["--activation", "a = 2; a * x", "--output-activation", "x + 1"];
    const { out } = await trace("--weights", "weights.json", "--input", "2,3", ...argv);
    // 2 · 5 = 10, 2 · 1 = 2; 2 · 10 - 2 = 18
    expect(out).toContain("  sum         = 5\n  a * x at 5  = 10\n");
    expect(out).toContain("  sum          = 18\n  x + 1 at 18  = 19\n");
  });

  it("prints one JSON object under --json", async () => {
    const { out } = await trace("--weights", "weights.json", "--input", "2,3", "--activation", "tanh", "--json");
    const { engine, input, nodes, result } = JSON.parse(out);
    expect([engine, input, result]).toEqual([engineHere(), [2, 3], 1.2382242525694254]);
    expect(nodes[0]).toEqual({
      name: "node_0",
      products: [
        { input: 2, weight: 1, product: 2 },
        { input: 3, weight: 1, product: 3 },
      ],
      sum: 5,
      activation: "tanh",
      output: 0.9999092042625951,
    });
    expect(nodes[1].output).toBe(0.7615941559557649);
  });

  it.each([
    [["--weights", "weights.json"], 2, "--input 2,3"],
    [["--weights", "weights.json", "--input", "1,2,3"], 2, "have 2 weights, got 3 numbers"],
    [["--weights", "weights.json", "--input", "2,x"], 2, "It should be numbers with commas between"],
    [["--weights", "weights.json", "--input", "2,3", "--activation", "tan"], 2, "expected one of arctan, bentIdentity"],
    [["--weights", "nowhere.json", "--input", "2,3"], 3, "nowhere.json"],
    [["--weights", "weights.json", "m.safetensors", "--input", "2,3"], 2, "Take one of them"],
    [[], 2, "expected --weights FILE, or a model and a table"],
  ])("refuses %j with exit code %d", async (argv, code, mention) => {
    const result = await trace(...argv);
    expect([result.code, result.out]).toEqual([code, ""]);
    expect(result.err).toContain(mention);
  });
});
