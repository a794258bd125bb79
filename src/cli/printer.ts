import type { Severity } from "../diagnostics/catalogue/entry.js";
import { type Annotated, type Checkout, formatGithub } from "../diagnostics/format-github.js";
import { diagnosticData } from "../diagnostics/format-json.js";
import { formatDiagnostic } from "../diagnostics/format-text.js";
import type { Sources } from "../diagnostics/position.js";
import type { Diagnostic } from "../diagnostics/report.js";
import type { Output, Terminal } from "./terminal.js";

/** Prints diagnostics in the format of `--format`. */
export interface Printer {
  print(diagnostic: Diagnostic, sources: Sources): void;
  /** Prints a failure of the tool itself, which has no place in an input. */
  fail(message: string, text: string): void;
  /** Prints what has to stand together: called once, after the last diagnostic of a run. */
  flush(): void;
}

export function printerOf(format: "text" | "json" | "github", { err, env, cwd }: Terminal): Printer {
  if (format === "text") return textPrinter(err);
  if (format === "json")
    return collecting((all) => err.write(`${all.length === 0 ? "[]" : JSON.stringify(all, undefined, 2)}\n`));
  const checkout = { cwd, root: env["GITHUB_WORKSPACE"] ?? cwd };
  return collecting((all) => err.write(annotations(all, checkout)));
}

function textPrinter(err: Output): Printer {
  return {
    print: (diagnostic, sources) => err.write(`${formatDiagnostic(diagnostic, sources, { color: err.color })}\n`),
    fail: (_message, text) => err.write(text),
    flush: () => {},
  };
}

function collecting(write: (all: readonly Annotated[]) => void): Printer {
  let all: Annotated[] = [];
  return {
    print: (diagnostic, sources) => void all.push(diagnosticData(diagnostic, sources)),
    fail: (message) =>
      void all.push({ code: "internal-error", severity: "error", message, path: "<odata-codegen>", related: [] }),
    flush: () => {
      write(all);
      all = [];
    },
  };
}

const severities: readonly Severity[] = ["error", "warning", "notice"];

/** Errors first: GitHub shows ten of each severity, and fifty of a job. */
function annotations(all: readonly Annotated[], checkout: Checkout): string {
  return severities
    .flatMap((severity) => all.filter((one) => one.severity === severity))
    .map((one) => `${formatGithub(one, checkout)}\n`)
    .join("");
}
