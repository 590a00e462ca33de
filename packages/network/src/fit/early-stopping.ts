import { numberOption } from "@neurite/plugin";

/** When a training ends before its last epoch. */
export interface EarlyStopping {
  /** How many epochs without improvement are waited for; 10 unless told otherwise. */
  readonly patience?: number;
  /** How much better counts as an improvement; 0 unless told otherwise. */
  readonly minDelta?: number;
  /** Which number is watched: `validationLoss` where there is validation data, else `loss`; or the kind of a metric. */
  readonly monitor?: string;
  /** Whether the model gets the weights of its best epoch; true unless told otherwise. */
  readonly restoreBest?: boolean;
}

/** Refuses settings that could never work. */
export function checkEarlyStopping({ patience = 10, minDelta = 0 }: EarlyStopping): void {
  const whole = (n: number) => Number.isInteger(n) && n > 0;
  numberOption("fit", "earlyStopping.patience", patience, "a whole number above 0", whole);
  numberOption("fit", "earlyStopping.minDelta", minDelta, "a number from 0 up", (n) => n >= 0);
}
