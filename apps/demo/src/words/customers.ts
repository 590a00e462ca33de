export const customers = {
  invented:
    "400 customers, invented by this formula so that the truth is known. u() draws numbers in [0, 1) by mulberry32 from the seed 7. Models learn from the first 300 rows; the last 100, with a ring, are held out.",
  formula: `age          = floor(30 + 55·u())
balance      = floor(500·u() + 0.5) / 10
retired      = u() < clamp((age − 52) / 20, 0, 1)
z            = (sum of 12 × u()) − 6
mean         = 26 − 0.15·(age − 57) − 6·(retired − 0.4)
               − k·1.2·(retired − 0.4)·(balance − 25)
transactions = max(0, floor(mean + 3·z + 0.5))`,
  working: "working",
  retired: "retired",
  heldOut: "held out",
  row: (customer: number, parts: readonly string[]) => `customer ${customer}: ${parts.join(", ")}`,
  age: (years: string) => `age ${years}`,
  balance: (thousands: string) => `balance ${thousands} thousand €`,
  transactions: (count: string) => `${count} transactions`,
};
