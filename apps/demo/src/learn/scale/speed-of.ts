import { type Derivation, derived, given } from "../../numbers/derivation";
import { formatShort } from "../../numbers/format-number";
import { words } from "../../words/words";
import { countText } from "./count-text";
import { type Burst, medianBurst } from "./measure-speed";

const text = words.scale.speed;

/** Multiply-adds a second: the median of bursts, each to be opened to what was counted and timed. */
export function speedOf(bursts: readonly Burst[]): Derivation {
  const parts = bursts.map((burst, i) => burstSpeed(burst, text.burst(i + 1)));
  const { multiplyAdds, seconds } = medianBurst(bursts);
  const speed = multiplyAdds / seconds;
  const line = () => [text.median, ...parts.flatMap((part, i) => (i === 0 ? [part] : [",", part]))];
  return derived(text.name, speed, line, { text: countText(speed) });
}

function burstSpeed({ multiplyAdds, seconds }: Burst, name: string): Derivation {
  const count = given(text.burstCount, multiplyAdds, text.counted, countText(multiplyAdds));
  const time = given(text.burstSeconds, seconds, text.timed, `${formatShort(seconds, 4)} s`);
  const speed = multiplyAdds / seconds;
  return derived(name, speed, () => [count, "/", time], { text: countText(speed) });
}
