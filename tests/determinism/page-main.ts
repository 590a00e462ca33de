// The script of the test page, and of the worker that it starts with the same address.
import { type Asked, type Trained, trainAll } from "./training";

/** What the test calls in the page. */
export type TrainInPage = (asked: Asked & { readonly inWorker: boolean }) => Promise<Trained>;

const address = import.meta.url;

const train: TrainInPage = ({ inWorker, ...asked }) => {
  if (!inWorker) return trainAll(asked);
  return new Promise((resolve, reject) => {
    const worker = new Worker(address, { type: "module" });
    worker.onmessage = ({ data }) => (typeof data === "string" ? reject(new Error(data)) : resolve(data));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(asked);
  });
};

if (typeof document === "undefined") {
  globalThis.onmessage = ({ data }) => {
    trainAll(data).then(postMessage, (error: Error) => postMessage(String(error.stack)));
  };
} else Object.assign(globalThis, { train });
