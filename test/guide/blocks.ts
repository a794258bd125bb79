/** A code block of a page, with what the page shows below it. */
export interface Block {
  readonly line: number;
  /** The code, with imports of what a reader has before it. */
  readonly code: string;
  /** The text of the block below, or nothing. */
  readonly shown: string;
}

/**
 * The blocks of TypeScript in a page, but for those that begin with the name of a file. `assumed` is the module of what
 * a reader has before each, and `language` that of what is shown below it.
 */
export function blocksOf(page: string, assumed: string, language: "http" | "text"): readonly Block[] {
  const pattern = new RegExp(
    `^\`\`\`ts\\n(?!// [\\w-]+\\.ts)([\\s\\S]*?)^\`\`\`\\n(?:\\n\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`\\n)?`,
    "gm",
  );
  return [...page.matchAll(pattern)].map(({ index, 1: code = "", 2: shown = "" }) => ({
    line: page.slice(0, index).split("\n").length,
    code: withAssumed(code, assumed),
    shown: shown.trimEnd(),
  }));
}

/** A block behind an import of those of the assumed names that it uses, and neither declares nor imports. */
export function withAssumed(code: string, assumed: string): string {
  const names = [...assumed.matchAll(/^export (?:const (\w+)|(type )?\{ (\w+) \} from)/gm)].map(
    ([, declared, type = "", passedOn]) => ({ type, name: declared ?? passedOn ?? "" }),
  );
  const used = names.filter(
    ({ name }) =>
      new RegExp(`\\b${name}\\b`).test(code) &&
      !new RegExp(`\\b(?:const|let) ${name}\\b|^import (?:type )?\\{[^}]*\\b${name}\\b`, "m").test(code),
  );
  return `import { ${used.map(({ type, name }) => type + name).join(", ")} } from "./assumed.js";\n${code}export {};\n`;
}
