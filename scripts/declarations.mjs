// Writes the declarations (dist/**/*.d.ts) of all packages from one TypeScript program: a few seconds for all of them,
// where a program for each package takes minutes. Relative imports get the ".js" that Node's module resolution wants.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The source of each entry that a package exports. */
function entries(folder) {
  const { exports } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const sources = Object.values(exports).flatMap((entry) => entry["@neurite/source"] ?? []);
  return sources.map((source) => path.join(folder, source));
}

/** `./shape` in `file` as `./shape.js`; a folder as its index. */
function withExtension(specifier, file) {
  if (!specifier.startsWith(".")) return specifier;
  const target = path.resolve(path.dirname(file), specifier);
  if (!target.startsWith(`${file.split(`${path.sep}src${path.sep}`)[0]}${path.sep}src`)) {
    throw new Error(`${file}: the declaration would import "${specifier}", which is outside of its package.`);
  }
  if (existsSync(`${target}.ts`)) return `${specifier}.js`;
  if (existsSync(path.join(target, "index.ts"))) return `${specifier.replace(/\/$/, "")}/index.js`;
  throw new Error(`${file}: nothing stands behind "${specifier}".`);
}

const addExtensions = (context) => (file) => {
  const { factory } = context;
  const literal = (node) => factory.createStringLiteral(withExtension(node.text, file.fileName));
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      const { modifiers, importClause, moduleSpecifier, attributes } = node;
      return factory.updateImportDeclaration(node, modifiers, importClause, literal(moduleSpecifier), attributes);
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      const { modifiers, isTypeOnly, exportClause, moduleSpecifier, attributes } = node;
      return factory.updateExportDeclaration(
        node,
        modifiers,
        isTypeOnly,
        exportClause,
        literal(moduleSpecifier),
        attributes,
      );
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const argument = factory.createLiteralTypeNode(literal(node.argument.literal));
      const { attributes, qualifier, typeArguments, isTypeOf } = node;
      const inner = typeArguments?.map((argument) => ts.visitNode(argument, visit));
      return factory.updateImportTypeNode(node, argument, attributes, qualifier, inner, isTypeOf);
    }
    return ts.visitEachChild(node, visit, context);
  };
  return ts.visitNode(file, visit);
};

function options() {
  const file = path.join(root, "tsconfig.base.json");
  const { options: base, errors } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(file, ts.sys.readFile).config,
    ts.sys,
    root,
  );
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, host));
  return { ...base, noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: root };
}

const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => "\n" };

const folders = readdirSync(path.join(root, "packages"))
  .map((name) => path.join(root, "packages", name))
  .filter((folder) => existsSync(path.join(folder, "package.json")));

for (const folder of folders) {
  const dist = path.join(folder, "dist");
  if (!existsSync(dist)) continue;
  for (const name of readdirSync(dist, { recursive: true })) if (name.endsWith(".d.ts")) rmSync(path.join(dist, name));
}

const program = ts.createProgram(folders.flatMap(entries), options());
const write = (name, text) => {
  const [folder, inside] = path.resolve(name).split(`${path.sep}src${path.sep}`);
  const file = path.join(folder, "dist", inside);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const emitted = program.emit(undefined, write, undefined, true, { afterDeclarations: [addExtensions] });
const problems = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
if (problems.length > 0) {
  process.stderr.write(ts.formatDiagnostics(problems, host));
  process.exit(1);
}
