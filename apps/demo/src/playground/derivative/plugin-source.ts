// The plugin that a typed activation would be: what `npm create neurite-plugin` asks to be filled in, in tensor calls.
import { type Expression, isFunctionName } from "./expression";
import type { UnderstoodFormula } from "./understand-formula";

/** TypeScript of a plugin with this activation: one expression, and what a registry wants to know. */
export function pluginSource({ expression, trained }: UnderstoodFormula): string {
  const body = written(expression);
  const names = ["type Activation", "type Plugin", ...(trained.length > 0 ? ["constant"] : [])];
  const needsTensor = /\btensor\./.test(body);
  const imports = [...names, ...(needsTensor ? ["tensor"] : [])].sort((a, b) => plain(a).localeCompare(plain(b)));
  const parameters = trained.map(
    ({ name, start }) =>
      `    const ${local(name)} = scope.parameter(${JSON.stringify(name)}, { shape: [], initializer: constant(${start}), decay: false });`,
  );
  const apply =
    trained.length === 0
      ? `  apply: (x) => ${body},`
      : ["  apply: (x, scope) => {", ...parameters, `    return ${body};`, "  },"].join("\n");
  return `import { ${imports.join(", ")} } from "neurite";

export const mine: Activation = {
  kind: "me/mine",
${apply}
};

export const plugin = {
  name: "me",
  activations: { "me/mine": () => mine },
} satisfies Plugin;
`;
}

function plain(name: string): string {
  return name.replace("type ", "");
}

/** Names of formulas that TypeScript keeps for itself, or that the source has already. */
const taken = new Set(
  "apply await break case catch class const constant continue debugger default delete do else enum export extends false finally for function if import in instanceof interface let mine new null package plugin private protected public return scope static super switch tensor this throw true try typeof undefined var void while with yield arguments eval implements".split(
    " ",
  ),
);

function local(name: string): string {
  return taken.has(name) ? `${name}_` : name;
}

/** An expression that is a tensor. */
function written(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return `tensor.constant(${expression.value}, x.dtype)`;
    case "truth":
      return `tensor.constant(${expression.holds ? 1 : 0}, "bool")`;
    case "name":
      return local(expression.name);
    case "call":
      return writtenCall(expression);
    default:
      return expression satisfies never;
  }
}

/** An argument: a number stands for itself. */
function argument(expression: Expression): string {
  return expression.kind === "number" ? String(expression.value) : written(expression);
}

const methods = {
  add: "add",
  sub: "sub",
  mul: "mul",
  div: "div",
  pow: "pow",
  minimum: "minimum",
  maximum: "maximum",
  equal: "equal",
} as const;

function writtenCall({ op, parts }: Extract<Expression, { kind: "call" }>): string {
  const [a, b, c] = parts as [Expression, Expression, Expression];
  if (isFunctionName(op)) return `${written(a)}.${op}()`;
  switch (op) {
    case "neg":
      return `${written(a)}.neg()`;
    case "less":
      // greater(x, 0) for x > 0
      return a.kind === "number" ? `tensor.greater(${written(b)}, ${a.value})` : `${written(a)}.less(${argument(b)})`;
    case "or":
      return `tensor.or(${written(a)}, ${written(b)})`;
    case "not":
      return `tensor.not(${written(a)})`;
    case "where":
      // one of two choices has to be a tensor
      return `${written(a)}.where(${b.kind === "number" && c.kind === "number" ? written(b) : argument(b)}, ${argument(c)})`;
    case "count":
      return `${written(a)}.cast(x.dtype)`;
    default:
      return `${written(a)}.${methods[op]}(${argument(b)})`;
  }
}
