// What the files in workloads/, tasks/ and libraries/ export. Types only.

/**
 * @typedef {object} Workload
 * @property {string} name
 * @property {string} title What it is, in a few words.
 * @property {string} unit
 * @property {"higher" | "lower"} better
 * @property {"train" | "compile" | "multiply" | "predictBulk" | "predictOne" | "leastSquares" | "page"} needs What a library must be able to do.
 * @property {Measure} measure
 * @property {any} settings
 * @property {readonly string[]} [only] The libraries it is for; all that can do it unless told.
 * @property {readonly string[]} [nodeFlags]
 * @property {number} [mostRounds] Where more say no more.
 * @property {boolean} [threaded] Whether a library with threads runs it with several counts of them.
 * @property {boolean} [wholeProcess] Whether the time of the whole process is what is measured.
 */

/**
 * @typedef {object} Job What a process of its own measures.
 * @property {Library} library
 * @property {any} settings
 * @property {number | undefined} threads Undefined for a library without that choice.
 */

/** @typedef {(job: Job) => Promise<number[]>} Measure Gives samples in the workload's unit. */

/**
 * @typedef {object} TrainingJob
 * @property {import("./data.mjs").Training} settings
 * @property {import("./data.mjs").TrainingData} data
 * @property {number | undefined} threads
 * @property {(loss: number) => boolean} onEpoch To be called after each epoch; true ends the training.
 */

/** @typedef {{ widths: readonly number[], layers: readonly import("./data.mjs").Dense[], threads?: number | undefined }} Fixed A network with given weights. */

/**
 * @typedef {object} Library One of neurite and its peers. It imports what it measures inside its functions, so that looking at it costs nothing.
 * @property {string} name
 * @property {string} [packageName] The npm package in node_modules that it needs.
 * @property {{ module: string, script: string }} [python] What Python must be able to import, and the file in python/ that measures it.
 * @property {() => string} [version] Python tells its own.
 * @property {() => Promise<readonly (number | undefined)[]>} [threadCounts] One thread unless told.
 * @property {readonly string[]} [except] Workloads that it lacks, though it can do their task.
 * @property {object} [bundling] Further options of esbuild.
 * @property {true | ((job: TrainingJob) => Promise<void>)} [train] Adam over shuffled batches; first hidden layers with relu.
 * @property {(job: TrainingJob) => Promise<number>} [compile] Milliseconds from the call of a training to the module of its step; loading the library and making the model come before.
 * @property {true | ((job: { size: number, a: Float32Array, b: Float32Array, threads?: number | undefined }) => Promise<Multiplier>)} [multiply]
 * @property {true | ((job: Fixed & { rows: number }) => Promise<(inputs: Float32Array) => Promise<ArrayLike<number>>>)} [predictBulk]
 * @property {true | ((job: Fixed) => Promise<OneRow>)} [predictOne]
 * @property {true | ((job: import("./data.mjs").LinearData & { threads?: number | undefined }) => Promise<() => Fitted>)} [leastSquares] An intercept besides the columns.
 * @property {true} [page] Whether pages/ has one of it.
 */

/** @typedef {{ intercept: number, estimates: readonly number[], standardErrors: readonly number[] }} Fitted */

/** @typedef {{ times(count: number): unknown, product?(): Promise<ArrayLike<number>> }} Multiplier */

/** @typedef {{ times(count: number, row: Float32Array): Promise<number> | number, tanhAtTheEnd?: boolean }} OneRow */

export {};
