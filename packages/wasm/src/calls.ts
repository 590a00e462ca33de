import { type AnyNode, sizeOf } from "@neurite/tensor";
import { cut } from "./cut";
import { isExpensive } from "./element";
import { emitMap } from "./emit-map";
import { type Area, type EmittedMatmul, emitMatmul, innerOf, wholeArea } from "./emit-matmul";
import { emitSingle, type Step, shareGather, shareScatterAdd } from "./emit-single";
import type { Kernel, MatmulKernel, Place } from "./kernel";
import { layOutMap } from "./map-layout";
import type { Emitted, Pointer } from "./pointer";
import type { ScanPlan } from "./scan-plan";
import { shareMap } from "./share-map";

/** A kernel ready to be called, with its room in the block's memory. */
export type Call = { readonly work: number } & (
  | ({ readonly type: "map"; readonly room: readonly number[] } & Emitted)
  | ({ readonly type: "matmul"; readonly room: readonly number[] } & EmittedMatmul)
  | { readonly type: "single"; readonly steps: readonly Step[] }
  | { readonly type: "scan"; readonly plan: ScanPlan; readonly room: number; readonly operands: readonly Place[] }
);

/** Vectors worked on below which sharing a kernel out costs more than it saves. */
const worthSharing = 4096;

/** The calls of a kernel: one, or its shares where it is worth it and can be shared out. `roomy` gives room in the block's memory. */
export function callsOf(
  kernel: Kernel,
  stored: (node: AnyNode) => boolean,
  scan: ScanPlan | undefined,
  roomy: (bytes: number) => number,
  parts: number,
): readonly (readonly Call[])[] {
  const work = workOf(kernel);
  const shares = work >= worthSharing ? parts : 1;
  const list = Array.from({ length: shares }, (_, part) => part);
  const rooms = (pointers: readonly Pointer[]) => pointers.map((p) => ("bytes" in p ? roomy(p.bytes) : 0));
  if (kernel.type === "map") {
    const layout = layOutMap(kernel, stored);
    const cuts = list.map((part) => (shares > 1 ? shareMap(layout, part, shares) : layout));
    const layouts = cuts.every((l) => l !== undefined) ? cuts : [layout];
    return [
      layouts.map((l) => {
        const emitted = emitMap(l);
        return { type: "map", work: work / layouts.length, room: rooms(emitted.pointers), ...emitted };
      }),
    ];
  }
  if (kernel.type === "matmul") {
    const areas = areasOf(kernel, shares);
    return [
      areas.map((area) => {
        const emitted = emitMatmul(kernel, stored, area);
        return { type: "matmul", work: work / areas.length, room: rooms(emitted.pointers), ...emitted };
      }),
    ];
  }
  if (scan) return [[{ type: "scan", work, plan: scan, room: roomy(scan.bytes), operands: kernel.operands }]];
  const { node, operands } = kernel;
  if (shares > 1 && node.op === "gather" && sizeOf(node.inputs[0].shape.slice(0, node.attributes.axis)) === 1) {
    return [
      list.map((part) => ({ type: "single", work: work / shares, steps: [shareGather(node, operands, part, shares)] })),
    ];
  }
  const steps = emitSingle(kernel);
  if (shares > 1 && node.op === "scatterAdd") {
    const adds = list.map((part) => ({
      type: "single" as const,
      work: work / shares,
      steps: [shareScatterAdd(node, operands, part, shares)],
    }));
    return [[{ type: "single", work: 0, steps: steps.slice(0, 1) }], adds];
  }
  return [[{ type: "single", work, steps }]];
}

/** Rows for each part; columns instead where every part would have to pack all of a large right factor. */
function areasOf(kernel: MatmulKernel, parts: number): readonly Area[] {
  const whole = wholeArea(kernel);
  const [rows, columns] = [whole.rows[1], whole.columns[1]];
  const byColumns = columns >= 32 * parts && (rows < 4 * parts || innerOf(kernel) * columns > 2 ** 15);
  if (parts === 1 || (!byColumns && rows < 4 * parts)) return [whole];
  return Array.from({ length: parts }, (_, part) =>
    byColumns
      ? { rows: whole.rows, columns: cut(columns, 16, part, parts) }
      : { rows: cut(rows, 4, part, parts), columns: whole.columns },
  );
}

/** About how many vectors a kernel works on. */
function workOf(kernel: Kernel): number {
  if (kernel.type === "matmul") return (sizeOf(kernel.domain) * innerOf(kernel)) / 4;
  if (kernel.type === "map") {
    let each = 0;
    for (const { node, place } of kernel.members.values()) if (place === "full") each += isExpensive(node.op) ? 8 : 1;
    return (sizeOf(kernel.domain) * each) / 4;
  }
  const { node } = kernel;
  if (node.op === "scan") return Number.POSITIVE_INFINITY;
  const sizes = [...node.inputs, ...node.outputs].map(({ shape }) => sizeOf(shape));
  return node.op === "gather" ? 2 * (sizes.at(-1) ?? 0) : Math.max(...sizes);
}
