// What the page of a table shows, and what it asks of its worker. It outlives the page, so that a training goes on while one reads elsewhere.
import { currentLesson } from "../lesson/current-lesson.svelte";
import { lessonTable } from "../lesson/lesson";
import { currentRoute } from "../site/current-route.svelte";
import { type Pending, type Remote, RemoteError, remote } from "../worker/remote";
import { bikes, customers, customersCsv } from "./built-in-tables";
import { type Choice, noChoice } from "./choice";
import type { ColumnView } from "./column-view";
import type { TrainingEstimate } from "./estimate-training";
import type { ExplainedRow } from "./explain-row";
import { fetchBytes } from "./fetch-bytes";
import { type SplitScores, splitScores } from "./judge";
import { keepColumns } from "./keep-columns";
import type { LineView } from "./line-view";
import type { Pair } from "./pairs";
import type { Fault, ReadProgress } from "./read-file";
import { type SentRequests, sentRequests } from "./sent-requests";
import type { Cells, ModelView, OpenedView, TableView } from "./session";
import { sharedColumns } from "./shared-columns";
import type { Surface } from "./surface";
import type { TableHandlers } from "./table.worker";
import { type BuiltInName, parseTableQuery, writeTableQuery } from "./table-query";
import type { NetworkView, TrainingReport } from "./train-network";

/** How many splits are tried, the first of which is watched. */
export const splitCount = 5;

interface Running {
  readonly pending: Pending<unknown>;
  /** Which split, from 1. */
  readonly split: number;
  readonly report: TrainingReport | undefined;
  readonly paused: boolean;
}

/** The file at hand, kept to be read again another way. */
interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

class TableState {
  file = $state.raw<File>();
  /** Where it comes from: a table of this site, one in a lesson's link; undefined for a file of the reader's. */
  origin = $state.raw<BuiltInName | "lesson">();
  reading = $state.raw<{ readonly name: string; readonly share: number }>();
  fault = $state.raw<Fault>();
  table = $state.raw<TableView>();
  choice = $state.raw<Choice>(noChoice);
  line = $state.raw<LineView>();
  /** Why there is no line, no model, no picture. */
  problem = $state.raw<string>();
  /** How long a training takes here. */
  estimate = $state.raw<TrainingEstimate>();
  running = $state.raw<Running>();
  network = $state.raw<NetworkView & ModelView>();
  opened = $state.raw<OpenedView & { readonly name: string }>();
  /** Why a file is no model, or none for this table. */
  notOpened = $state.raw<string>();
  splits = $state.raw<readonly SplitScores[]>([]);
  pairs = $state.raw<readonly Pair[]>([]);
  pair = $state.raw<{ readonly x: string; readonly y: string }>();
  /** The class whose probability is shown. */
  label = $state(0);
  cells = $state.raw<Cells>({});
  surface = $state.raw<Surface>();
  explained = $state.raw<ExplainedRow>();
  row = $state.raw<{ readonly row: number; readonly line: number; readonly cells: Cells }>();
  sent = $state(0);
  /** The columns that are known, in the order of the table. */
  columns = $state.raw<readonly ColumnView[]>([]);
  /** What can be turned: of the network that was trained, or of the model that was opened. */
  readonly model = $derived<ModelView | undefined>(this.opened ?? this.network);

  #worker: Remote<TableHandlers> | undefined;
  #requests: SentRequests | undefined;
  #first: Choice = noChoice;
  /** Answers to what was asked before the last change are let go. */
  #turn = 0;
  #estimating: Pending<unknown> | undefined;
  #asking = false;
  #askAgain = false;

  get #remote(): Remote<TableHandlers> {
    this.#worker ??= remote<TableHandlers>(
      new Worker(new URL("./table.worker.ts", import.meta.url), { type: "module" }),
    );
    return this.#worker;
  }

  /** Shows the table that the address names, unless one is there. */
  async begin(): Promise<void> {
    if (this.file || this.reading) return;
    const { data, changed } = parseTableQuery(currentRoute.value.query);
    const lesson = currentLesson.value;
    const csv = lesson && (await lessonTable(lesson));
    if (csv === undefined) return this.useBuiltIn(data, changed);
    await this.read({ name: "lesson.csv", bytes: new TextEncoder().encode(csv) }, { name: "lesson", changed });
  }

  async useBuiltIn(name: BuiltInName, changed: Partial<Choice> = {}): Promise<void> {
    const { file, target, ignore, small } = name === "bikes" ? bikes : customers;
    this.reading = { name: file, share: 0 };
    try {
      const bytes = name === "bikes" ? await fetchBytes(file) : new TextEncoder().encode(customersCsv());
      await this.read({ name: file, bytes }, { name, first: { target, ignore, small }, changed });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Reads a file; a known one comes with what is chosen of it at first. */
  async read(
    file: File,
    known?: {
      readonly name: BuiltInName | "lesson";
      readonly first?: Partial<Choice>;
      readonly changed: Partial<Choice>;
    },
    leaveOut = false,
  ): Promise<void> {
    const turn = this.#forget();
    this.file = file;
    this.origin = known?.name;
    this.table = undefined;
    this.columns = [];
    this.reading = { name: file.name, share: 0 };
    this.#requests ??= sentRequests(() => this.#count());
    try {
      // an answer says that the worker is loaded: what is asked of a server from here on is counted
      await this.#remote.call("requests", true);
      if (turn !== this.#turn) return;
      this.#requests.reset();
      this.sent = 0;
      const found = await this.#remote.call("read", { ...file, leaveOut }, (progress: ReadProgress) => {
        if (turn !== this.#turn || !this.reading) return;
        this.reading = { name: file.name, share: progress.share };
        if (progress.columns) this.columns = progress.columns;
      });
      if (turn !== this.#turn) return;
      this.reading = undefined;
      if (!found.ok) {
        this.columns = [];
        this.fault = found;
        return;
      }
      this.table = found;
      this.columns = keepColumns(this.columns, found.columns);
      this.#first = { ...noChoice, target: lastNumber(found.columns), ...known?.first };
      await this.choose({ ...this.#first, ...known?.changed });
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  readWithoutStrayRows(): Promise<void> {
    return this.file ? this.read(this.file, undefined, true) : Promise.resolve();
  }

  /** Changes what is chosen, and fits the line anew. */
  async choose(change: Partial<Choice>): Promise<void> {
    const { table } = this;
    const turn = this.#forget();
    this.table = table;
    this.choice = { ...this.choice, ...change };
    this.#remember();
    try {
      const line = await this.#remote.call("line", this.choice);
      if (turn !== this.#turn) return;
      this.line = line;
      this.columns = keepColumns(this.columns, line.columns);
      this.label = line.labels.length === 2 ? 1 : 0;
      const pairs = await this.#remote.call("pairs", undefined as never);
      if (turn !== this.#turn) return;
      this.pairs = pairs;
      this.pair = pairs[0];
      void this.#share();
      await this.#estimate(turn);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
    this.#count();
  }

  async #estimate(turn: number): Promise<void> {
    const pending = this.#remote.call("estimate", this.choice);
    this.#estimating = pending;
    const estimate = await pending;
    if (turn === this.#turn && estimate) this.estimate = estimate;
  }

  /** The playground has the pair at hand, too. */
  async #share(): Promise<void> {
    const { pair } = this;
    const shared = pair && this.line && (await this.#remote.call("share", pair));
    if (shared && pair === this.pair) sharedColumns.handOver(shared);
  }

  /** Trains on the first split, watched; then on others, to see how far they differ. */
  async findOut(): Promise<void> {
    const turn = ++this.#turn;
    this.#estimating?.stop();
    this.opened = undefined;
    this.network = undefined;
    this.surface = undefined;
    this.splits = [];
    try {
      const network = await this.#watch(1, turn, (watch) => this.#remote.call("train", this.choice, watch));
      if (turn !== this.#turn || !this.line) return;
      this.network = network;
      this.splits = [splitScores(0, this.line.test, network.test)];
      this.#setOut(network);
      for (let seed = 1; seed < splitCount && network.ended !== "aborted"; seed++) {
        const argument = { choice: this.choice, seed };
        const split = await this.#watch(seed + 1, turn, (watch) => this.#remote.call("split", argument, watch));
        if (turn !== this.#turn || split.ended === "aborted") break;
        this.splits = [...this.splits, splitScores(seed, split.line, split.network)];
      }
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
    if (turn === this.#turn) this.running = undefined;
    this.#count();
  }

  async #watch<T>(
    split: number,
    turn: number,
    start: (watch: (report: TrainingReport) => void) => Pending<T>,
  ): Promise<T> {
    const pending = start((report) => {
      if (turn === this.#turn && this.running) this.running = { ...this.running, report };
    });
    this.running = { pending, split, report: undefined, paused: false };
    return pending;
  }

  stop(): void {
    this.running?.pending.stop();
  }

  setPaused(paused: boolean): void {
    if (!this.running) return;
    if (paused) this.running.pending.pause();
    else this.running.pending.go();
    this.running = { ...this.running, paused };
  }

  setPair(pair: { readonly x: string; readonly y: string }): void {
    this.pair = pair;
    void this.#share();
    this.#ask();
  }

  setCell(name: string, cell: string | number): void {
    this.cells = { ...this.cells, [name]: cell };
    this.row = undefined;
    this.#ask();
  }

  setLabel(label: number): void {
    this.label = label;
    this.#ask();
  }

  async pickRow(row: number): Promise<void> {
    const found = await this.#remote.call("row", row);
    this.row = { row, ...found };
    this.cells = found.cells;
    this.#ask();
  }

  /** The bytes of the model's file. */
  save(): Promise<Uint8Array> {
    return this.#remote.call("save", undefined as never);
  }

  async open(name: string, bytes: Uint8Array): Promise<void> {
    const turn = this.#turn;
    this.notOpened = undefined;
    try {
      const opened = await this.#remote.call("open", bytes);
      if (turn !== this.#turn) return;
      // a training goes on while a file turns out to be no model
      this.stop();
      this.#turn++;
      this.running = undefined;
      this.network = undefined;
      this.splits = [];
      this.opened = { ...opened, name };
      this.label = opened.labels.length === 2 ? 1 : 0;
      this.row = undefined;
      this.#setOut(opened);
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      if (turn === this.#turn) this.notOpened = `${name}: ${error.message}`;
    }
  }

  /** Begins with typical values, and with the pair that says most together. */
  #setOut({ axes }: ModelView): void {
    this.cells = Object.fromEntries(
      axes.map(({ name, kind, typical }) => [name, kind === "number" ? Number(typical) : typical]),
    );
    const names = new Set(axes.map(({ name }) => name));
    const known = (pair: { readonly x: string; readonly y: string } | undefined) =>
      pair && names.has(pair.x) && names.has(pair.y) ? pair : undefined;
    const [x, y = x] = names;
    this.pair =
      known(this.pair) ?? this.pairs.find(known) ?? (x !== undefined && y !== undefined ? { x, y } : undefined);
    this.surface = undefined;
    this.explained = undefined;
    void this.#share();
    this.#ask();
  }

  /** Asks for surface and row; while an answer is on its way only the last question is kept. */
  async #ask(): Promise<void> {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    try {
      do {
        this.#askAgain = false;
        const turn = this.#turn;
        const { pair, cells, label } = this;
        if (!pair || !this.model) break;
        const [surface, explained] = await Promise.all([
          this.#remote.call("surface", { ...pair, cells, label }),
          this.#remote.call("explain", { cells, label }),
        ]);
        if (turn === this.#turn) {
          this.surface = surface;
          this.explained = explained;
        }
      } while (this.#askAgain);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#asking = false;
    }
  }

  /** Lets go of all that was computed. */
  #forget(): number {
    this.running?.pending.stop();
    this.running = undefined;
    this.#estimating?.stop();
    this.estimate = undefined;
    this.notOpened = undefined;
    this.fault = undefined;
    this.problem = undefined;
    this.line = undefined;
    this.network = undefined;
    this.opened = undefined;
    this.splits = [];
    this.pairs = [];
    this.pair = undefined;
    this.surface = undefined;
    this.explained = undefined;
    this.row = undefined;
    return ++this.#turn;
  }

  #fail(error: unknown): void {
    this.reading = undefined;
    if (!(error instanceof RemoteError) && !(error instanceof Error)) throw error;
    this.problem = error.message;
  }

  #remember(): void {
    if (currentRoute.value.page !== "table" || this.origin === undefined) return;
    currentRoute.remember(writeTableQuery(this.origin, this.choice, this.#first));
  }

  async #count(): Promise<void> {
    const own = this.#requests?.count() ?? 0;
    this.sent = own + (await this.#remote.call("requests", false));
  }
}

/** The last column of numbers; of a table without any the last. */
function lastNumber(columns: readonly ColumnView[]): string {
  return (columns.findLast(({ kind }) => kind === "number") ?? columns.at(-1))?.name ?? "";
}

export const tableState = new TableState();
