import type { CornerName, Goal } from "../learn/one-neuron/corners";

export const oneNeuron = {
  text: [
    "A neuron multiplies each input by a weight, adds a bias, and bends the sum into an S: no surer than −1 or +1.",
    "Where the sum is 0 it turns from no to yes. In the plane of all customers that place is a straight line. So a neuron can say both at once, rich and working, but not one or the other.",
    "Drag a weight, the bias, an input, or the line itself: they are the same three numbers.",
  ],
  goal: {
    legend: "The neuron should say yes (▲) to",
    both: "rich and working",
    either: "rich and working, or poor and retired",
  } satisfies Record<Goal | "legend", string>,
  inputs: { balance: "balance", retired: "retired" },
  inputFrom: "you set it, from −1 to 1",
  weightFrom: "you set it",
  neuron: (number: number, of: number) => (of === 1 ? "the neuron" : `neuron ${number}`),
  added: "both, added up",
  bend: {
    label: (name: string, sum: string, output: string) =>
      `${name}: its sum ${sum} on the number line, bent by tanh to ${output}`,
    sum: "sum",
    output: "output",
    tanh: "tanh",
    bias: "bias",
    product: (input: string, name: string) => `${input} × its weight, ${name}`,
  },
  plane: {
    label: "All customers: balance to the right, retired upwards, coloured by what comes out",
    poor: "poor −1",
    rich: "rich +1",
    working: "working −1",
    retired: "retired +1",
    balance: "balance",
    choose: (corner: string, want: number, answer: string, right: boolean) =>
      `${corner}: should get ${want > 0 ? "+1" : "−1"}, gets ${answer}, ${right ? "right" : "not right"}. Put it in.`,
    move: (name: string) => `line of ${name}: its distance from the middle`,
    turn: (name: string) => `line of ${name}: its direction`,
    degrees: (angle: number) => `says yes towards ${Math.round(angle)} degrees`,
    summary: (plus: readonly string[], minus: readonly string[], unsure: readonly string[]) =>
      [
        plus.length > 0 ? `Yes to ${plus.join("; ")}.` : "Yes to no corner.",
        minus.length > 0 ? `No to ${minus.join("; ")}.` : "No to no corner.",
        unsure.length > 0 ? `Not sure of ${unsure.join("; ")}.` : "",
      ]
        .filter((sentence) => sentence !== "")
        .join(" "),
  },
  right: (count: number) => `Right: ${count} of 4`,
  rightMeans: "at least 0.8, on the side that is wanted",
  table: {
    open: "As a table",
    customer: "customer",
    wanted: "wanted",
    sum: "sum",
    output: "output",
    right: "right",
    yes: "✓ yes",
    no: "✕ no",
  },
  one: "Back to one neuron",
  two: "Give me a second neuron",
  task: {
    both: "Make it say at least 0.8 to “rich and working” and at most −0.8 to the other three.",
    either:
      "Now yes to two opposite corners: “rich and working” and “poor and retired”. Get as many of the four right as you can.",
    cannot: "I think it cannot be done",
    wait: "Choose these two above the picture; at 3 of 4 this button wakes up.",
  },
  both: {
    solved: (weakest: string) => `The least sure of the four answers is ${weakest}. Both at once takes one line.`,
    upsideDown: "It says no where it should say yes and yes elsewhere: turn all three signs round.",
    balanceWrong: "More money pushes it down. “Rich” should push up, so the weight of balance has to be above 0.",
    retiredWrong: "Being retired pushes it up. “Working” should, so the weight of retired has to be below 0.",
    unsure: "All four answers lean the right way, but not far enough. Make weights and bias larger, all three alike.",
    tooWilling: (corner: CornerName, answer: string) =>
      `“${corner}” gets ${answer} and should get at most −0.8. One of the two is not enough: a lower bias asks for both.`,
    tooShy: (answer: string) =>
      `“rich and working” gets ${answer} and should get at least 0.8. Larger weights lift it, or a higher bias.`,
  },
  either: {
    solvedByTwo: "Four of four: each neuron says yes to one corner, and the sum of both to either.",
    cannot:
      "Right: no neuron can. The two corners that want yes and the two that want no have the same midpoint, the middle of the plane; a straight line that has both yes corners on one side has the middle there too, and with it a no corner.",
    three: "3 of 4, and nothing that you set gets a fourth. Try the other button if you think that this is the end.",
    fewer: (count: number) => `${count} of 4. Three can be had: give up one of the two yes corners.`,
  },
  bars: {
    heading: "On the table: held-out R²",
    line: "straight line",
    neurons: (units: number) => (units === 1 ? "one neuron" : "two neurons"),
    starts: (done: number, all: number) => `training here: ${done} of ${all} starts`,
    how: (all: number) =>
      `The 400 customers of chapter 2, columns acting together. Of ${all} random starts each, the one that fits the training rows best.`,
    reached: (r2: string, near: number, all: number) => `${near} of ${all} starts came within 0.01 of ${r2}.`,
    failed: (message: string) => `The training stopped: ${message}`,
  },
  behind: {
    corners:
      "The four corners are round numbers, ±1 for poor or rich and for working or retired. The bars are those of the invented table with interaction 1, balance and retired put about their mean and in units of their spread.",
  },
};
