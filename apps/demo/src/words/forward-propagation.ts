export const forwardPropagation = {
  text: [
    "A prediction is nothing but multiply, add, bend, and again. Each node multiplies what comes in by its weights and adds up; the hidden nodes bend the sum by tanh; the output does not.",
    "The article's network has the inputs 2 and 3. Follow them step by step: the line that runs is lit in the picture and in three notations. Change a weight and see what depends on it. Any number opens.",
  ],
  input: (index: number) => `input ${index}`,
  inputFrom: "you set it; the article has 2 and 3",
  weightFrom: "you set it; the article has its own",
  weight: (node: string, from: number) =>
    `the weight from ${node === "output" ? `node_${from}` : `input ${from}`} to ${node}`,
  article: "The article's numbers",
  steps: {
    label: "Step",
    back: "Step back",
    on: "Next step",
    play: "Play",
    pause: "Pause",
    at: (step: number, all: number) => `step ${step} of ${all}`,
    given: "given",
    sum: (node: string, products: string, sum: string) => `${node} adds up ${products}: ${sum}.`,
    bend: (node: string, sum: string, bent: string) => `${node} bends ${sum} by tanh to ${bent}.`,
    product: (node: string, bent: string, weight: string, product: string) =>
      `${node} hands on ${bent}, times its weight ${weight}: ${product}.`,
    output: (first: string, second: string, sum: string) => `The output adds up ${first} and ${second}: ${sum}.`,
    done: (output: string) => `Done: the network answers ${output}.`,
  },
  reading: {
    sum: (node: number, products: string) => `s ${node} equals ${products}`,
    times: (input: string, weight: string) => `${input} times ${weight}`,
    plus: " plus ",
    bend: (node: number, sum: string) => `h ${node} equals tanh of open ${sum} close`,
    product: (node: number, bent: string, weight: string) => `p ${node} equals ${bent} times ${weight}`,
    output: (first: string, second: string) => `y equals ${first} plus ${second}`,
    done: "the answer is y",
  },
  notations: {
    heading: "The same step in three notations",
    mathematics: "Mathematics",
    numpy: "NumPy",
    typescript: "TypeScript",
    step: "Step",
  },
  slopes: {
    show: "Show slopes: the answer should have been 3",
    table: "How the squared error changes with each weight",
    weight: "weight",
    slope: "slope",
    steep: (node: string) => `how steep tanh is in ${node}`,
    learnsBefore: "The weights of node_1 learn",
    learnsAfter: "times as fast as those of node_0.",
    why: "The chevrons show where training would move a weight. Where tanh is flat, nothing moves: a sure neuron hardly learns.",
  },
  task: {
    prediction:
      "Predict first. The inputs become 3 and 2, with the article's weights. What is the sum of node_1, and what the output?",
    sum: "sum of node_1",
    output: "output",
    zero: "Back at 2 and 3: make the output 0 (within 0.01) by changing one weight.",
  },
  prediction: {
    notTyped: "Type both numbers, the sum and the output.",
    sumWithoutSign: "The sum of node_1: its first weight is −1, a minus was lost. 3 × (−1) is −3.",
    sumOfOther: "That is the sum of node_0. Node_1 has the weights −1 and 1.",
    sumBent: "That is node_1's output, already bent by tanh. Asked is the sum before.",
    sumWrong: "The sum of node_1 is 3 × (−1) + 2 × 1.",
    solved: (output: string) => `The sum is −1, the output ${output}. The picture has the inputs 3 and 2 now.`,
    withoutTanh: (output: string) => `${output} is 2 × 5 − 1 × (−1): you forgot tanh. Bend both sums first.`,
    withoutTanhAndSign: "9 is 2 × 5 − 1: you forgot tanh, and −1 × (−1) is +1.",
    signLost: (output: string, bent: string) =>
      `${output} is the answer of before: you used the old node_1, or lost the sign. Its output is ${bent} now, and minus times minus is plus.`,
    withoutWeights: "You added up both nodes, but left out the weights of the output, 2 and −1.",
    outputWrong: (first: string, second: string) => `The sum is right. The output is 2 × ${first} − 1 × (${second}).`,
  },
  zero: {
    unchanged: "No weight is changed yet: the output is still the article's.",
    several: (weights: readonly string[]) =>
      `${weights.length} weights are changed: ${weights.join("; ")}. Put back all but one.`,
    otherInputs: (inputs: readonly string[]) => `The inputs are ${inputs.join(" and ")}. Put them back to 2 and 3.`,
    notThere: (output: string, above: boolean) => `The output is ${output}, still ${above ? "above" : "below"} 0.`,
    solved: (weight: string, output: string) =>
      `You changed ${weight} alone, and the output is ${output}. Other weights can do it too.`,
  },
  behind:
    "The network of the article: tanh in the hidden nodes, no biases. Its listing is cut short there; ours defines all three rows of weights. Below, with the numbers of the article:",
};
