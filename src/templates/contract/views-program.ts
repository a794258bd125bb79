/** The types of views, loaded by the compiler: a program of all of them takes some tenths of a second. */
import type * as TsMorph from "ts-morph";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../installation/package.js";

type Ts = typeof TsMorph.ts;

/** What the templates name as their views, as the compiler sees it. */
export interface ViewTypes {
  readonly ts: Ts;
  readonly checker: TsMorph.ts.TypeChecker;
  /** The type of each expression; undefined where it is no type. */
  typeOf(expression: string): TsMorph.ts.Type | undefined;
  /** The names of all types of views. */
  readonly names: readonly string[];
  readonly code: TsMorph.ts.Type;
  readonly string: TsMorph.ts.Type;
}

interface Program {
  readonly project: TsMorph.Project;
  readonly ts: Ts;
  readonly folder: string;
  readonly names: readonly string[];
  /** Statements that import every type of a view. */
  readonly imports: readonly string[];
}

/** Loaded once in a process. */
let program: Program | undefined;

/** Of this code while it runs from `src/`; else the declarations that are installed. */
function viewsFolder(): URL {
  const isSource = import.meta.url.endsWith(".ts");
  return new URL(isSource || !existsSync(new URL("dist/views/", packageRoot)) ? "src/views/" : "dist/views/", packageRoot);
}

function loadProgram(): Program {
  // Loaded on use. `require` takes half the time that `import` takes.
  const { Project, ts } = createRequire(import.meta.url)("ts-morph") as typeof TsMorph;
  const { ModuleKind, ModuleResolutionKind, ScriptTarget } = ts;
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      target: ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts"],
      types: [],
      module: ModuleKind.NodeNext,
      moduleResolution: ModuleResolutionKind.NodeNext,
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
    },
  });
  const folder = fileURLToPath(viewsFolder());
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith("__"))
    .map((path) => path.replaceAll("\\", "/"))
    .toSorted();
  const exported = files.map((path) => ({
    path,
    names: exportedTypes(project.addSourceFileAtPath(`${folder}${path}`)),
  }));
  return {
    project,
    ts,
    folder,
    names: exported.flatMap(({ names }) => names),
    imports: exported
      .filter(({ names }) => names.length > 0)
      .map(({ path, names }) => `import type { ${names.join(", ")} } from "./${path.replace(/(?:\.d)?\.ts$/, ".js")}";`),
  };
}

function exportedTypes(file: TsMorph.SourceFile): readonly string[] {
  return [...file.getInterfaces(), ...file.getTypeAliases()]
    .filter((node) => node.isExported())
    .map((node) => node.getName());
}

/** Finds the types that these expressions mean, such as `MemberView` or `Extract<DocView, { partial: "doc-line" }>`. */
export function viewTypes(expressions: Iterable<string>): ViewTypes {
  const { project, ts, folder, names, imports } = (program ??= loadProgram());
  const wanted = [...new Set(expressions)];
  const sound = wanted.filter((expression) => isOneType(expression, ts));
  const probe = project.createSourceFile(
    `${folder}__probe.ts`,
    [
      ...imports,
      'import type { Code } from "../code/code.js";',
      "type Raw = Code;",
      ...sound.map((expression, index) => `type View_${index} = ${expression};`),
    ].join("\n"),
    { overwrite: true },
  );
  const faults = project.getProgram().getSemanticDiagnostics(probe);
  const aliasOf = (name: string) => probe.getTypeAliasOrThrow(name);
  const types = new Map<string, TsMorph.ts.Type>();
  for (const [index, expression] of sound.entries()) {
    const alias = aliasOf(`View_${index}`);
    const isFaulty = faults.some((fault) => (fault.getStart() ?? -1) >= alias.getStart() && (fault.getStart() ?? -1) < alias.getEnd());
    const type = alias.getType().compilerType;
    if (!isFaulty && (type.flags & ts.TypeFlags.Any) === 0) types.set(expression, type);
  }
  const checker = project.getTypeChecker().compilerObject;
  return {
    ts,
    checker,
    names,
    typeOf: (expression) => types.get(expression),
    code: aliasOf("Raw").getType().compilerType,
    string: checker.getStringType(),
  };
}

/** Whether a text is one type and no more: it is pasted into a file. */
function isOneType(expression: string, ts: Ts): boolean {
  const text = `type T = ${expression};`;
  const file = ts.createSourceFile("view.ts", text, ts.ScriptTarget.Latest) as TsMorph.ts.SourceFile & {
    readonly parseDiagnostics?: readonly unknown[];
  };
  const [statement, ...more] = file.statements;
  return (
    more.length === 0 &&
    statement !== undefined &&
    ts.isTypeAliasDeclaration(statement) &&
    statement.end === text.length &&
    file.parseDiagnostics?.length === 0
  );
}
