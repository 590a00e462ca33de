/** Everything starts at a multiple of this, and has as much room behind it that vectors may read past its end. */
const unit = 64;

/** How many bytes something takes with the room behind it. */
export function roomFor(bytes: number): number {
  return Math.ceil((bytes + 16) / unit) * unit;
}

/** Memory that is given out and taken back before the program runs; what is there at one time does not overlap. */
export class Arena {
  #free: { at: number; bytes: number }[] = [];
  /** The most that was in use. */
  size = 0;

  /** Gives the smallest free place that fits. */
  take(bytes: number): number {
    const room = roomFor(bytes);
    let best = -1;
    this.#free.forEach((hole, i) => {
      if (hole.bytes >= room && (best < 0 || hole.bytes < (this.#free[best]?.bytes ?? 0))) best = i;
    });
    const hole = this.#free[best];
    if (!hole) {
      const at = this.size;
      this.size += room;
      return at;
    }
    const { at } = hole;
    if (hole.bytes === room) this.#free.splice(best, 1);
    else {
      hole.at += room;
      hole.bytes -= room;
    }
    return at;
  }

  /** Takes a place back. */
  release(at: number, bytes: number): void {
    const room = roomFor(bytes);
    this.#free.push({ at, bytes: room });
    this.#free.sort((a, b) => a.at - b.at);
    for (let i = this.#free.length - 1; i > 0; i--) {
      const [left, right] = [this.#free[i - 1], this.#free[i]];
      if (left && right && left.at + left.bytes === right.at) {
        left.bytes += right.bytes;
        this.#free.splice(i, 1);
      }
    }
  }
}
