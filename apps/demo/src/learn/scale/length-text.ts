import { formatNumber, formatShort } from "../../numbers/format-number";

/** A length given in millimetres: 6 mm, 4.8 m, 175 000 km. */
export function lengthText(millimetres: number): string {
  if (millimetres < 1000) return `${formatShort(millimetres, 3)} mm`;
  if (millimetres < 1e6) return `${formatShort(millimetres / 1000, 3)} m`;
  const kilometres = millimetres / 1e6;
  return `${kilometres >= 100 ? formatNumber(kilometres, 0) : formatShort(kilometres, 3)} km`;
}
