// What a handle does: a number that is moved by pointer, by arrow keys, or by typing it.
import { svgPoint } from "./svg-point";

export interface SliderOptions {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value for a place in the picture, in its units; the place where the pointer went down comes along. */
  valueAt(x: number, y: number, start: { readonly x: number; readonly y: number; readonly value: number }): number;
  onmove(value: number): void;
  /** Once, when it is let go or half a second after the last key. */
  onsettle?: (() => void) | undefined;
  /** A click, or Enter, that moved nothing. */
  onopen?: ((from: SVGElement) => void) | undefined;
}

/** Event handlers for an SVG element with `role="slider"`; the options are read anew at each event. */
export function createSlider(options: () => SliderOptions) {
  let before = 0;
  let typed = "";
  let start: { x: number; y: number; value: number } | undefined;
  let moved = false;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let dragging = $state(false);

  function move(next: number): void {
    const { min, max, step, onmove } = options();
    const whole = Math.round(next / step) * step;
    onmove(Math.min(max, Math.max(min, Number(whole.toPrecision(12)))));
  }

  const place = (event: PointerEvent) => svgPoint(event, (event.currentTarget as SVGElement).ownerSVGElement);

  function settleSoon(): void {
    clearTimeout(settling);
    settling = setTimeout(() => options().onsettle?.(), 500);
  }

  function byKey(key: string, far: number): number | undefined {
    const { value, min, max, step } = options();
    switch (key) {
      case "ArrowUp":
      case "ArrowRight":
        return value + step * far;
      case "ArrowDown":
      case "ArrowLeft":
        return value - step * far;
      case "PageUp":
        return value + step * 10;
      case "PageDown":
        return value - step * 10;
      case "Home":
        return min;
      case "End":
        return max;
      case "Escape":
        return before;
      default:
        return undefined;
    }
  }

  return {
    get dragging(): boolean {
      return dragging;
    },
    onfocus(): void {
      before = options().value;
      typed = "";
    },
    onkeydown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const to = byKey(event.key, event.shiftKey ? 10 : 1);
      if (to !== undefined) {
        event.preventDefault();
        typed = "";
        move(to);
        settleSoon();
      } else if (/^[0-9.-]$/.test(event.key)) {
        event.preventDefault();
        typed += event.key;
        if (Number.isFinite(Number(typed))) {
          move(Number(typed));
          settleSoon();
        }
      } else if (event.key === "Backspace") {
        typed = typed.slice(0, -1);
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (typed === "") options().onopen?.(event.currentTarget as SVGElement);
        typed = "";
      }
    },
    onpointerdown(event: PointerEvent): void {
      const at = place(event);
      if (!at) return;
      event.preventDefault();
      const target = event.currentTarget as SVGElement;
      target.focus();
      target.setPointerCapture(event.pointerId);
      start = { x: at.x, y: at.y, value: options().value };
      moved = false;
      dragging = true;
    },
    onpointermove(event: PointerEvent): void {
      const at = dragging && place(event);
      if (!at || !start) return;
      if (Math.hypot(at.x - start.x, at.y - start.y) > 3) moved = true;
      if (moved) move(options().valueAt(at.x, at.y, start));
    },
    onpointerup(event: PointerEvent): void {
      if (!dragging) return;
      dragging = false;
      if (moved) options().onsettle?.();
      else options().onopen?.(event.currentTarget as SVGElement);
    },
    onpointercancel(): void {
      dragging = false;
    },
  };
}
