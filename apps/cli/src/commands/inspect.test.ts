import { describe, expect, it } from "vitest";
import { fakeIo } from "../fake-io";
import { run } from "../run";

async function inspect(csv: string, ...options: string[]) {
  const io = fakeIo({ stdin: csv });
  const code = await run(["inspect", "-", ...options], io);
  return { code, out: io.out(), err: io.err() };
}

const plain = "age,balance,retired,transactions\n25,100.5,no,3\n67,,yes,9\n40,-50,no,1\n";

describe("neurite inspect", () => {
  it("prints one JSON object under --json", async () => {
    const { code, out, err } = await inspect(plain, "--json");
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({
      rows: 3,
      columns: [
        { name: "age", kind: "number", missing: 0, distinct: 3 },
        { name: "balance", kind: "number", missing: 1, distinct: 2 },
        { name: "retired", kind: "boolean", missing: 0, distinct: 2 },
        { name: "transactions", kind: "number", missing: 0, distinct: 3 },
      ],
      target: "transactions",
      task: "regression",
      warnings: [expect.stringContaining('"balance": 1 of 3 cells is missing, the first in line 3')],
    });
  });

  it("prints a table for people, warnings on stderr", async () => {
    const { code, out, err } = await inspect(plain, "--target", "retired");
    expect(code).toBe(0);
    expect(out).toBe(`standard input: 3 rows, 4 columns

column            kind     missing  distinct  values
age               number                   3  25 to 67, mean 44
balance           number         1         2  -50 to 100.5, mean 25.25
retired ← target  boolean                  2  no (2), yes (1)
transactions      number                   3  1 to 9, mean 4.333

Next: neurite train - --target retired
`);
    expect(err).toMatch(/^warning: Column "balance": 1 of 3 cells is missing/);
  });

  it("proposes to leave out an identifier, and believes what it is told", async () => {
    const ids = `id,x,y\n${Array.from({ length: 12 }, (_, i) => `${i + 1},${i % 3},${(i * 7) % 5}`).join("\n")}`;
    const { out, err } = await inspect(ids);
    expect(err).toContain("with --ignore id.");
    expect(out).toContain("Next: neurite train - --target y --ignore id\n");
    const told = JSON.parse((await inspect(ids, "--ignore", "id", "--categories", "x", "--json")).out);
    expect(told.columns.map((column: { name: string; kind: string }) => [column.name, column.kind])).toEqual([
      ["x", "category"],
      ["y", "number"],
    ]);
    expect(told.warnings).toEqual([]);
  });

  it("takes lists with commas, several times, and names that hold commas", async () => {
    const csv = 'a,"b,c",d,e\n1,2,3,4\n5,7,6,9\n';
    const { out } = await inspect(csv, "--ignore", "b,c", "--ignore", "a,d", "--json");
    expect(JSON.parse(out).columns.map((column: { name: string }) => column.name)).toEqual(["e"]);
  });

  it("reads decimal commas", async () => {
    const { out } = await inspect("x;y\n1,5;2\n1.002,5;3\n", "--json");
    expect(JSON.parse(out).columns[0]).toMatchObject({ kind: "number", min: 1.5, max: 1002.5 });
  });

  it.each([
    ["a missing target", plain, ["--target", "price"], ["price", "age", "balance", "retired", "transactions"]],
    ["an unknown column to ignore", plain, ["--ignore", "agee"], ["agee", 'Did you mean "age"?']],
    ["a broken table", 'a,b\n1,2\n"3,4\n', [], ["bad-table", "quote", "line 3"]],
    ["a header without rows", "a,b\n", [], ["no rows"]],
  ])("refuses %s with exit code 3 and nothing on stdout", async (_, csv, options, mentions) => {
    const { code, out, err } = await inspect(csv, ...options);
    expect([code, out]).toEqual([3, ""]);
    for (const mention of mentions) expect(err).toContain(mention);
  });

  it.each([
    ["a constant column", "c,x,y\n5,1,1\n5,2,2\n5,3,3\n5,4,4\n", ['"c"', "constant"]],
    ["a constant target", "x,y\n1,7\n2,7\n3,7\n", ['"y"', "constant"]],
    ["a leak", "x,y_copy,y\n5,1,1\n3,0,0\n8,1,1\n1,0,0\n9,1,1\n2,0,0\n", ["y_copy"]],
    ["text among numbers", "age,y\n25,1\nthirty,2\n40,3\n", ["age", "thirty", "line 3"]],
    ["huge values", "x,y\n1e308,1\n-1e308,2\n5e307,3\n", ['"x"']],
    ["a single row", "x,y\n1,2\n", ["1 row"]],
  ])("reads and warns of %s", async (_, csv, mentions) => {
    const { code, err } = await inspect(csv);
    expect(code).toBe(0);
    for (const mention of mentions) expect(err).toContain(mention);
  });
});
