export const network = {
  summary: (inputs: number, layers: readonly number[], parameters: number) =>
    `network: ${inputs} inputs, ${layers
      .slice(0, -1)
      .map((n) => `${n} ${n === 1 ? "neuron" : "neurons"}, `)
      .join(
        "",
      )}${layers.at(-1) ?? 0} ${layers.at(-1) === 1 ? "output" : "outputs"}, ${parameters} parameters. Arrow keys walk it, n goes to the next number, Enter opens it.`,
  input: (name: string, value: string) => `${name}, input: ${value}`,
  neuron: (name: string, sum: string, output: string, wires: number) =>
    `${name}. Sum ${sum}, output ${output}. ${wires} ${wires === 1 ? "wire" : "wires"} in`,
  push: (weight: number) => (weight > 0 ? "pushes up" : weight < 0 ? "pushes down" : "does nothing"),
  equations: "As equations",
  matrices: "As matrices",
  layer: (number: number) => `Weights of layer ${number}`,
  from: "from",
  bias: "1 (bias)",
};
