/** Where a pointer is in the units of a picture; undefined while the picture is not shown. */
export function svgPoint(
  { clientX, clientY }: MouseEvent,
  svg: SVGSVGElement | null | undefined,
): DOMPoint | undefined {
  const matrix = svg?.getScreenCTM();
  return matrix ? new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse()) : undefined;
}
