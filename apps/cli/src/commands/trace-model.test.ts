import { beforeAll, describe, expect, it } from "vitest";
import { engineHere, type TestFolder, testFolder, visitsTable } from "../test-folder";

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder({ "visits.csv": visitsTable(), "new.csv": "age,job,hours\n30,clerk,4\n45,pilot,\n" });
  const quick = ["--units", "6,4", "--epochs", "3", "--json"];
  const codes = [
    await folder.neurite(["train", "visits.csv", "--target", "visits", "--ignore", "customer", ...quick]),
    await folder.neurite(["train", "visits.csv", "--target", "job", ...quick]),
  ].map(({ code }) => code);
  expect(codes).toEqual([0, 0]);
});
const trace = (...argv: string[]) => folder.neurite(["trace", ...argv]);

describe("neurite trace MODEL FILE", () => {
  it("goes from the cells to what predict says", async () => {
    const { code, out, err } = await trace("visits.safetensors", "new.csv", "--row", "2", "--top", "2");
    expect(code).toBe(0);
    expect(err).toContain('the value "pilot" in line 3');
    expect(out).toMatch(/^Row 2 of new.csv \(line 3\) on its way through visits.safetensors\n/);
    expect(out).toMatch(/\ncolumn\s+cell\s+input\s+value\nage\s+45\s+age\s+-?\d/);
    expect(out).toMatch(/\njob\s+pilot\s+job=clerk\s+0\.\d+\n\s+job=cook/);
    expect(out).toMatch(/\nhours\s+\(missing\)\s+hours\s+/);
    // 2 of the 6 neurons of the first layer, 2 of the 4 of the second
    expect(out.match(/^layer 1, neuron \d$/gm)).toHaveLength(2);
    expect(out).toContain("… 4 more neurons in this layer");
    expect(out.match(/^layer 2, neuron \d$/gm)).toHaveLength(2);
    // 5 inputs: age, three jobs, hours
    expect(out).toContain("3 other products");
    expect(out).toMatch(/ = \S+ +layer 2, neuron \d\n/);

    const { out: predicted } = await folder.neurite(["predict", "visits.safetensors", "new.csv", "--json"]);
    const [, second] = JSON.parse(predicted).predictions;
    expect(/\nprediction +(\S+)\n$/.exec(out)?.[1]).toBe(String(second));
    const scaled = /in units of visits +(\S+) \+ (\S+) × (\S+)/.exec(out)?.slice(1).map(Number) ?? [];
    const [mean = NaN, output = NaN, deviation = NaN] = scaled;
    expect(mean + output * deviation).toBe(second);
  });

  it("prints all numbers under --json", async () => {
    const { out } = await trace("visits.safetensors", "new.csv", "--json");
    const { row, line, features, layers, output, scale, prediction, target, engine } = JSON.parse(out);
    expect([row, line, target, engine]).toEqual([1, 2, "visits", engineHere()]);
    expect(features[0]).toMatchObject({ name: "age", column: "age", cell: "30" });
    expect(layers.map((layer: { units: unknown[] }) => layer.units.length)).toEqual([6, 4, 1]);
    expect(layers[0].units[0].terms).toHaveLength(5);
    expect(scale.mean + output[0] * scale.deviation).toBe(prediction);
  });

  it("ends in the probabilities of classes", async () => {
    const { out } = await trace("job.safetensors", "visits.csv", "--row", "7");
    const { out: predicted } = await folder.neurite(["predict", "job.safetensors", "visits.csv", "--json"]);
    const { predictions, probabilities, classes } = JSON.parse(predicted);
    expect(classes).toEqual(["clerk", "cook", "nurse"]);
    expect(out).toContain("output (job = cook)\n");
    expect(out.match(/softmax\(all sums\) +=/g)).toHaveLength(3);
    expect(out).toContain(`P(job = cook)   ${probabilities[6][1]}\n`);
    expect(out.endsWith(`prediction      ${predictions[6]}\n`)).toBe(true);
    const object = JSON.parse((await trace("job.safetensors", "visits.csv", "--row", "7", "--json")).out);
    expect(object).toMatchObject({ prediction: predictions[6], classes, probabilities: probabilities[6] });
  });

  it.each([
    [["visits.safetensors", "new.csv", "--row", "3"], 2, "--row: new.csv has 2 rows, got 3."],
    [["visits.safetensors", "new.csv", "--row", "0"], 2, "It should be a whole number, 1 or more."],
    [["visits.safetensors"], 2, "expected --weights FILE, or a model and a table"],
    [["visits.safetensors", "new.csv", "--input", "1,2"], 2, "--input goes with --weights"],
    [["job.safetensors", "new.csv"], 3, "which the model needs"],
    [["new.csv", "visits.safetensors"], 3, "The model comes first, then the table."],
  ])("refuses %j with exit code %d", async (argv, code, mention) => {
    const ran = await trace(...argv);
    expect([ran.code, ran.out]).toEqual([code, ""]);
    expect(ran.err).toContain(mention);
  });
});
