import { type Customers, trainRows } from "../../customers/customers";

/** Paths of every third training row's dot: those who work as discs, the retired as triangles. */
export function dotPaths(
  customers: Customers,
  column: "age" | "balance",
  place: (x: number, y: number) => readonly [number, number],
): { readonly working: string; readonly retired: string } {
  const paths = { working: "", retired: "" };
  for (let row = 0; row < trainRows; row += 3) {
    const [x, y] = place(customers[column][row] as number, customers.transactions[row] as number);
    if (customers.retired[row] === 1) paths.retired += `M${x} ${y - 2.5}l2.5 4.5h-5z`;
    else paths.working += `M${x - 2} ${y}a2 2 0 1 0 4 0a2 2 0 1 0 -4 0`;
  }
  return paths;
}
