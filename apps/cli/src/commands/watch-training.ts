import type { TrainingWatch } from "neurite";
import type { Io } from "../io";
import { type Progress, startProgress } from "../terminal/progress";
import { shortNumber } from "../terminal/short-number";

/** A training that is shown on stderr and that Ctrl-C ends. */
export interface WatchedTraining {
  /** To be handed to `fitTable`. */
  readonly options: TrainingWatch;
  /** To be called when it is over, however it went. */
  end(): void;
}

/** Shows progress, and turns the first Ctrl-C into an abort that keeps the best weights. */
export function watchTraining(io: Io): WatchedTraining {
  const controller = new AbortController();
  let progress: Progress | undefined;
  let note = "";
  const forget = io.onInterrupt(() => {
    controller.abort();
    progress?.stop();
    io.stderr.write("Stopping: the best weights so far are scored and saved. Ctrl-C again ends at once.\n");
  });
  return {
    options: {
      signal: controller.signal,
      onProgress({ epoch, epochs, loss }) {
        if (controller.signal.aborted) return;
        progress ??= startProgress("epoch", epochs, io);
        progress.update(epoch, note === "" ? `training loss ${shortNumber(loss)}` : note);
      },
      onEpoch({ loss, validationLoss }) {
        note =
          validationLoss === undefined
            ? `training loss ${shortNumber(loss)}`
            : `validation loss ${shortNumber(validationLoss)}`;
      },
    },
    end() {
      forget();
      progress?.stop();
    },
  };
}
