// What the reader chose, as plain data: it goes to the worker, and into the address.
import { type DrawnPoint, pointsOf, pointsText } from "../sets/drawn-points";
import { type SetName, setNames } from "../sets/plane-sets";

export const optimizerNames = ["adam", "sgd", "momentum", "rmsprop"] as const;
export type OptimizerName = (typeof optimizerNames)[number];

export const penaltyNames = ["none", "l1", "l2"] as const;
export type PenaltyName = (typeof penaltyNames)[number];

/** A hidden layer: how many neurons, and the text of the function that bends their sums. */
export interface LayerSettings {
  readonly units: number;
  readonly formula: string;
}

export interface Settings {
  readonly set: SetName;
  readonly layers: readonly LayerSettings[];
  readonly optimizer: OptimizerName;
  readonly rate: number;
  readonly penalty: PenaltyName;
  readonly strength: number;
  /** Decides the starting weights. */
  readonly seed: number;
  readonly drawn: readonly DrawnPoint[];
}

export const mostUnits = 8;
export const mostLayers = 4;

export const firstSettings: Settings = {
  set: "product",
  layers: [{ units: 2, formula: "tanh(x)" }],
  optimizer: "adam",
  rate: 0.03,
  penalty: "none",
  strength: 0.001,
  seed: 1,
  drawn: [],
};

/** The settings of an address; what it does not say, or says in a way that means nothing, stays as at first. */
export function settingsOf(query: URLSearchParams): Settings {
  const named = <T extends string>(key: string, names: readonly T[], first: T): T =>
    names.find((name) => name === query.get(key)) ?? first;
  const number = (key: string, first: number, holds: (n: number) => boolean): number => {
    const text = query.get(key);
    const n = Number(text);
    return text !== null && text !== "" && Number.isFinite(n) && holds(n) ? n : first;
  };
  const layers = query.getAll("layer").slice(0, mostLayers).map(layerOf);
  return {
    set: named("set", setNames, firstSettings.set),
    layers: layers.length > 0 || query.has("flat") ? layers : firstSettings.layers,
    optimizer: named("optimizer", optimizerNames, firstSettings.optimizer),
    rate: number("rate", firstSettings.rate, (n) => n > 0 && n <= 1000),
    penalty: named("penalty", penaltyNames, firstSettings.penalty),
    strength: number("strength", firstSettings.strength, (n) => n >= 0 && n <= 10),
    seed: number("seed", firstSettings.seed, (n) => Number.isSafeInteger(n) && n >= 0),
    drawn: pointsOf(query.get("points") ?? ""),
  };
}

/** "4 tanh(x)" */
function layerOf(text: string): LayerSettings {
  const [units = "", ...formula] = text.split(" ");
  const count = Math.round(Number(units));
  return {
    units: count >= 1 && count <= mostUnits ? count : 2,
    formula: formula.join(" ").slice(0, 2000) || "tanh(x)",
  };
}

/** The address of settings. */
export function queryOf(settings: Settings): URLSearchParams {
  const query = new URLSearchParams({ set: settings.set });
  for (const { units, formula } of settings.layers) query.append("layer", `${units} ${formula}`);
  if (settings.layers.length === 0) query.set("flat", "1");
  query.set("optimizer", settings.optimizer);
  query.set("rate", String(settings.rate));
  if (settings.penalty !== "none") {
    query.set("penalty", settings.penalty);
    query.set("strength", String(settings.strength));
  }
  query.set("seed", String(settings.seed));
  if (settings.drawn.length > 0) query.set("points", pointsText(settings.drawn));
  return query;
}
