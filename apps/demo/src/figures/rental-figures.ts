// The bike rentals at the end of chapter 2.
import { fitRentals, readRentals } from "../learn/what-it-misses/rentals";
import { type Figures, figure } from "./figure";

export function rentalFigures(bikes: string): Figures {
  const { cells, about, straight, added, together } = fitRentals(readRentals(bikes));
  const r2 = ({ left }: { readonly left: number }) => figure(1 - left / about, 0.0005);
  const days = ["free", "working"];
  const means = [8, 13, 17].flatMap((hour) =>
    cells
      .filter((cell) => cell.hour === hour)
      .map(({ workingday, mean }) => [`${hour} h, ${days[workingday]} days: mean`, figure(mean, 0.5)] as const),
  );
  return {
    ...Object.fromEntries(means),
    "straight line: R²": r2(straight),
    "hour + day: R²": r2(added),
    "hour with day: R²": r2(together),
    "straight line: a working day": figure(straight.perWorkingday, 0.5),
  };
}
