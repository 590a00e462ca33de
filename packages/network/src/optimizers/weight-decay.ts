import { numberOption, type Update } from "@neurite/plugin";

/** The options of every optimizer whose weights can decay. */
export interface WeightDecayOptions {
  /** How strongly weights are pulled towards 0. Biases and norms are left alone, unless `decayAll` says otherwise. */
  readonly weightDecay?: number | undefined;
  /** Whether biases and norms decay as well, as they do in PyTorch: false unless told otherwise. */
  readonly decayAll?: boolean | undefined;
}

/** The options with every gap filled. */
export interface WeightDecay {
  readonly weightDecay: number;
  readonly decayAll: boolean;
}

/** Fills the gaps, with a decay of `usual` unless told otherwise, and refuses a decay below 0. */
export function decayOptions(kind: string, options: WeightDecayOptions, usual = 0): WeightDecay {
  const { weightDecay = usual, decayAll = false } = options;
  numberOption(kind, "weightDecay", weightDecay, "a number from 0 up", (x) => x >= 0);
  return { weightDecay, decayAll };
}

/** Whether the parameter of this update decays. */
export function decays(u: Update<never>, { weightDecay, decayAll }: WeightDecay): boolean {
  return weightDecay > 0 && (u.decay || decayAll);
}

/** What a step starts from where decay is part of the loss: the gradient has that of `weightDecay / 2 · Σ w²` added. */
export function coupledDecay(u: Update<never>, decay: WeightDecay): Pick<Update, "parameter" | "gradient"> {
  const { parameter, gradient } = u;
  return { parameter, gradient: decays(u, decay) ? gradient.add(parameter.mul(decay.weightDecay)) : gradient };
}

/** What a step starts from where decay stands beside it: the parameter is shrunk by `learningRate · weightDecay` of itself. */
export function decoupledDecay(u: Update<never>, decay: WeightDecay): Pick<Update, "parameter" | "gradient"> {
  const { parameter, gradient, learningRate } = u;
  if (!decays(u, decay)) return { parameter, gradient };
  return { parameter: parameter.mul(learningRate.mul(decay.weightDecay).neg().add(1)), gradient };
}
