import { describe, expectTypeOf, it } from "vitest";
import { fitTable } from "./fit-table";
import type { FitTableOptions } from "./fit-table-options";
import type { Table } from "./table";
import type { ClassificationModel, ClassPrediction, RegressionModel, TabularModel } from "./tabular-model";

interface Person {
  readonly age: number | null;
  readonly job: "nurse" | "clerk";
  readonly y: number;
}

describe("the types of fitTable", () => {
  it("know the columns of the rows", () => {
    expectTypeOf<FitTableOptions<Person>["target"]>().toEqualTypeOf<"age" | "job" | "y">();
    expectTypeOf<FitTableOptions<Person>["ignore"]>().toEqualTypeOf<readonly ("age" | "job" | "y")[] | undefined>();
    const predict = (model: TabularModel<Person>) => [
      model.predict([{ age: 3, job: "nurse" }]),
      model.predict([{ age: null, job: undefined }]),
      model.predict({ age: [1, 2], job: ["nurse", null] }),
      // @ts-expect-error: a job that no row may have
      model.predict([{ age: 3, job: "smith" }]),
      // @ts-expect-error: a column that the rows do not have
      model.trace({ agee: 3 }),
    ];
    expectTypeOf(predict).toBeFunction();
  });

  it("give the model of the task, where it is told", () => {
    const fits = (rows: readonly Person[], table: Table) => ({
      either: fitTable(rows, { target: "y" }),
      numbers: fitTable(rows, { target: "y", task: "regression" }),
      classes: fitTable(rows, { target: "job", task: "classification" }),
      table: fitTable(table, { target: "anything" }),
      // @ts-expect-error: no column of the rows
      wrong: fitTable(rows, { target: "why" }),
      // @ts-expect-error: a cell is no object
      cells: fitTable([{ a: {} }], { target: "a" }),
    });
    type Fits = ReturnType<typeof fits>;
    expectTypeOf<Awaited<Fits["either"]>>().toEqualTypeOf<TabularModel<Person>>();
    expectTypeOf<Awaited<Fits["numbers"]>>().toEqualTypeOf<RegressionModel<Person>>();
    expectTypeOf<Awaited<Fits["classes"]>>().toEqualTypeOf<ClassificationModel<Person>>();
    expectTypeOf<Awaited<Fits["table"]>>().toEqualTypeOf<TabularModel>();
  });

  it("narrow by the task", () => {
    const read = (model: TabularModel<Person>) => {
      expectTypeOf(model.scores.network.r2).toEqualTypeOf<number | null | undefined>();
      if (model.task === "regression") expectTypeOf(model.predict([])).toEqualTypeOf<readonly number[]>();
      else expectTypeOf(model.predict([])).toEqualTypeOf<readonly ClassPrediction[]>();
    };
    expectTypeOf(read).toBeFunction();
  });
});
