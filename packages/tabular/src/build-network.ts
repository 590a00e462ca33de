import { concatenate, dense, dropout, embedding, flatten } from "@neurite/layers";
import { connect, graph, inputPoint, type Point, sequential } from "@neurite/network";
import type { AnyLayer } from "@neurite/plugin";
import type { EmbeddedCategory } from "./features";
import type { OutputHead } from "./output-head";
import type { TrainingSettings } from "./training-settings";

/**
 * The network for a table: hidden layers and a head; with embedded categories a graph, in which each is an input of its own
 * whose vector stands beside the features.
 */
export function buildNetwork(
  embedded: readonly EmbeddedCategory[],
  head: OutputHead,
  settings: Pick<TrainingSettings, "units" | "activation" | "dropout">,
): AnyLayer {
  const layers = hiddenAndHead(head, settings);
  if (embedded.length === 0) return sequential(layers);
  const features = inputPoint();
  const categories = embedded.map(() => inputPoint());
  const vectors = embedded.map(({ size, width }, i) => {
    const vector = connect(embedding({ categories: size, units: width }), categories[i] as Point);
    return connect(flatten(), vector);
  });
  const joined = connect(concatenate(), features, ...vectors);
  const output = layers.reduce<Point>((before, layer) => connect(layer, before), joined);
  return graph({ inputs: [features, ...categories], outputs: [output] });
}

function hiddenAndHead(
  { units, activation }: OutputHead,
  settings: Pick<TrainingSettings, "units" | "activation" | "dropout">,
): readonly AnyLayer[] {
  const hidden = settings.units.flatMap((size) => [
    dense({ units: size, activation: settings.activation }),
    ...(settings.dropout > 0 ? [dropout({ rate: settings.dropout })] : []),
  ]);
  return [...hidden, dense({ units, activation })];
}
