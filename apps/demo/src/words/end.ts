export const end = {
  intro: "Six sentences, each with its picture as you left it.",
  sentences: {
    1: "A straight line gives each column one fixed say, added up; the best one has the smallest total of squares.",
    2: "Where columns act together, the best straight line says something false about everyone.",
    3: "A neuron is a straight line bent into an S: it can say “both at once”, but not “one or the other”.",
    4: "A prediction is nothing but multiply, add, bend, repeated; so does the library.",
    5: "Training repeats one small correction; where it ends depends on where it starts and how big the steps are.",
    6: { before: "GPT-3 does the same with", after: "times as many weights: scale is the difference." },
  },
  pictures: {
    line: (left: string, right: string) =>
      `Transactions over age, with your line from ${left} at 30 years to ${right} at 84.`,
    crossing: "Transactions over balance, with your line for those who work and your line for the retired.",
    neuron: (right: number) => `Four customers and the line where the neuron turns round: ${right} of 4 are right.`,
    network: (output: string) => `The network with your weights; its output is ${output}.`,
    training: "The loss of your two lanes over 600 steps.",
    scale: "Weights from the article's network to GPT-3, ten times as many at each step.",
  },
  solved: (count: number, all: number) => `${count} of ${all} tasks solved.`,
  again: (chapter: number) => `Back to chapter ${chapter}`,
  print: "Print this page",
  onward: "Take it to your own table",
};
