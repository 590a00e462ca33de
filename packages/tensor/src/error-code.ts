/**
 * Every way in which neurite says no, for machines to branch on.
 *
 * Each code's comment is its entry in `docs/errors.md`: a sentence on the cause, then after "Remedy:" what to do.
 */
export type ErrorCode =
  /** An argument or option has the wrong kind of value. Remedy: the message names the option, what it should be and what it got. */
  | "bad-argument"
  /** Two shapes do not fit an operation. Remedy: compare the shapes in the message; reshape, transpose or broadcast one of them. */
  | "bad-shape"
  /** Two dtypes meet that are never converted silently. Remedy: call `cast` on one of them. */
  | "bad-dtype"
  /** An operation has no derivative where one is needed. Remedy: wrap the argument in `stopGradient`, or differentiate something else. */
  | "no-gradient"
  /** A shape or number of a graph depends on how many rows a batch has. Remedy: write it with `mean`, `reshape` or `iota`, which follow the rows, not with the number itself. */
  | "rows-dependent"
  /** A tensor without a value was evaluated. Remedy: hand a value for each input, or build from constants. */
  | "missing-input"
  /** The text of a formula breaks its grammar or names what it does not know. Remedy: mend the character that the message counts to; `docs/formulas.md` has the grammar. */
  | "bad-formula"
  /** A registry does not know a kind. Remedy: pass the plugin that defines it to `createRegistry`. */
  | "unknown-kind"
  /** Two plugins define the same kind. Remedy: leave one of them out; kinds of third parties carry a prefix, as in `acme/swish`. */
  | "duplicate-kind"
  /** A plugin, or a kind that it defines, breaks a contract. Remedy: the message says which; run the conformance checks of `@neurite/plugin/testing`. */
  | "bad-plugin"
  /** One layer object stands in two places of a network and holds weights. Remedy: make a second layer, or wrap it in `shared()` to mean one set of weights. */
  | "layer-reused"
  /** Data and network, or data and targets, do not fit together. Remedy: compare the shapes and row counts in the message. */
  | "bad-data"
  /** There are too few rows for what is asked. Remedy: bring more rows, or ask for smaller parts. */
  | "too-few-rows"
  /** A result became NaN or infinite: the loss or a gradient of a training, a coefficient beyond float64. Remedy: lower the learning rate, scale the columns, or look at the layer that the message names. */
  | "not-finite"
  /** A file is not what its name says, is cut off, or breaks its format. Remedy: write it anew; the message names the place. */
  | "bad-file"
  /** A file was written by a newer version of its format. Remedy: update neurite. */
  | "newer-version"
  /** Something in a file or request is larger than the limit that the message names. Remedy: make it smaller, or split it. */
  | "too-large"
  /** A table breaks the rules of its format: a row too short, a quote that never closes. Remedy: mend the line that the message names. */
  | "bad-table"
  /** A column that is needed is not in the table. Remedy: the message lists the columns there are. */
  | "missing-column"
  /** A cell cannot be read as what its column holds. Remedy: mend the cell, or tell the column's kind. */
  | "bad-cell"
  /** A file that was to be read is not there or cannot be opened. Remedy: check the path and its permissions. */
  | "no-such-file"
  /** A file could not be written. Remedy: check that the folder exists, may be written to and has room. */
  | "cannot-write"
  /** A file that was to be written already exists. Remedy: pass `--force`, or another name. */
  | "file-exists"
  /** A command was called in a way it does not know. Remedy: `neurite --help` lists commands and options. */
  | "usage"
  /** A fault of neurite itself. Remedy: please report it with the message and what led to it. */
  | "internal";
