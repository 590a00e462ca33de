/** The names of the files that are drawn; apart from the drawing itself, which takes a third of a second to load. */
export const plotNames = ["residuals-fitted.svg", "qq.svg", "leverage.svg"] as const;
