import { beforeAll, describe, expect, it } from "vitest";
import { engineHere, type TestFolder, testFolder, visitsTable } from "../test-folder";

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder({ "visits.csv": visitsTable(), "taken.csv": "mine", "broken.safetensors": "x" });
  const quick = ["--units", "6", "--epochs", "3", "--json"];
  const codes = [
    await folder.neurite(["train", "visits.csv", "--target", "visits", "--ignore", "customer", ...quick]),
    await folder.neurite(["train", "visits.csv", "--target", "customer", "--ignore", "visits", ...quick]),
  ].map(({ code }) => code);
  expect(codes).toEqual([0, 0]);
});
const predict = (model: string, stdin: string, ...options: string[]) =>
  folder.neurite(["predict", model, "-", ...options], { stdin });
/** The last cells of the rows, without the header. */
const lastCells = (csv: string, delimiter = ",") =>
  csv
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(delimiter).at(-1));

const two = "age,job,hours\n30,clerk,4\n45,nurse,10\n";

describe("neurite predict", () => {
  it("adds a column to the table as it was", async () => {
    const { code, out, err } = await predict(
      "visits.safetensors",
      'age , job,"hours"\r\n 30,"clerk",4.0\r\n045,nurse,1e1\r\n',
    );
    expect([code, err]).toEqual([0, ""]);
    const { out: plain } = await predict("visits.safetensors", two);
    const [first, second] = lastCells(plain);
    expect(out).toBe(`age , job,"hours",prediction\r\n 30,"clerk",4.0,${first}\r\n045,nurse,1e1,${second}\r\n`);
    expect(first).toMatch(/^-?\d+\.\d+$/);
  });

  it("finds columns in another order and among others, under another delimiter with decimal commas", async () => {
    const [first] = lastCells((await predict("visits.safetensors", two)).out);
    const { out } = await predict("visits.safetensors", "hours;note;job;age\n4,0;a,b;clerk;30\n");
    expect(out).toBe(`hours;note;job;age;prediction\n4,0;a,b;clerk;30;${first?.replace(".", ",")}\n`);
  });

  it("adds a probability for each class, which add up to 1", async () => {
    const { code, out } = await predict("customer.safetensors", two);
    expect(code).toBe(0);
    expect(out).toMatch(/^age,job,hours,prediction,probability_no,probability_yes\n/);
    for (const line of out.trimEnd().split("\n").slice(1)) {
      const [, , , label, no, yes] = line.split(",");
      expect(Number(no) + Number(yes)).toBeCloseTo(1, 6);
      expect(label).toBe(Number(no) >= Number(yes) ? "no" : "yes");
    }
  });

  it("warns of an unseen category, and takes missing cells", async () => {
    const { code, out, err } = await predict("visits.safetensors", "age,job,hours\n30,pilot,4\n,,\n");
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: Column "job": the value "pilot" in line 2 .*"clerk", "cook" and "nurse"/);
    expect(err.split("\n")).toHaveLength(2);
    for (const cell of lastCells(out)) expect(Number.isFinite(Number(cell))).toBe(true);
  });

  it("prints one JSON object under --json", async () => {
    const [first, second] = lastCells((await predict("visits.safetensors", two)).out).map(Number);
    const { out, err } = await predict("visits.safetensors", two.replace("nurse", "pilot"), "--json");
    expect(err).toBe("");
    const numbers = JSON.parse(out);
    expect(numbers).toMatchObject({ target: "visits", task: "regression", rows: 2 });
    expect(numbers.engine).toBe(engineHere());
    expect([numbers.predictions[0], numbers.predictions[1] === second]).toEqual([first, false]);
    expect(numbers.warnings[0]).toContain("pilot");
    const classes = JSON.parse((await predict("customer.safetensors", two, "--json")).out);
    expect(classes.classes).toEqual(["no", "yes"]);
    expect(classes.predictions).toHaveLength(2);
    expect(classes.probabilities[1]).toHaveLength(2);
  });

  it("writes to a file under --out, and keeps an existing one", async () => {
    const { code, out } = await predict("visits.safetensors", two, "--out", "predicted.csv");
    expect([code, out]).toEqual([0, ""]);
    expect(String(await folder.read("predicted.csv"))).toBe((await predict("visits.safetensors", two)).out);
    expect((await predict("visits.safetensors", two, "--out", "taken.csv")).code).toBe(2);
    expect(String(await folder.read("taken.csv"))).toBe("mine");
  });

  it.each([
    [
      "a missing column",
      "visits.safetensors",
      "age,hours\n30,4\n",
      3,
      'no column "job", which the model needs; the columns are "age" and "hours"',
    ],
    ["a prediction that is there", "visits.safetensors", two.replace("hours", "prediction"), 3, '"prediction"'],
    ["a probability that is there", "customer.safetensors", "probability_yes\n1\n", 3, '"probability_yes"'],
    ["a broken table", "visits.safetensors", 'age,job,hours\n1,"x,2\n', 3, "quote"],
    ["a file that is no model", "broken.safetensors", two, 3, "error[bad-file]: broken.safetensors: "],
    ["a table as the model", "visits.csv", two, 3, "error[bad-file]: visits.csv: "],
    ["two files from standard input", "-", two, 2, "cannot both come from standard input"],
  ])("refuses %s with nothing on stdout", async (_, model, stdin, code, mention) => {
    const ran = await predict(model, stdin);
    expect([ran.code, ran.out]).toEqual([code, ""]);
    expect(ran.err).toContain(mention);
  });
});
