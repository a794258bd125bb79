/** The command lines of a block: comments are removed, and lines that end in a backslash go on in the next. */
export function commandLines(code: string): readonly string[] {
  return code
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .map((line) => line.replace(/(?:^|\s+)# .*$/, "").trim())
    .filter((line) => line !== "");
}

export interface ShellCommand {
  readonly words: readonly string[];
  /** The file that the standard output goes to. */
  readonly file: string | undefined;
  readonly env: Readonly<Record<string, string>>;
}

/** A command line as a shell splits it. */
export function shellCommand(line: string): ShellCommand {
  const [command = "", file] = line.split(" > ");
  const words = [...command.matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => single ?? double ?? ""),
  );
  const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const env = words.slice(0, start).map((word) => word.split(/=(.*)/s).slice(0, 2));
  return { words: words.slice(start), file, env: Object.fromEntries(env) as Record<string, string> };
}
