import { expect, it } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue/catalogue.js";

const SEVERITIES = ["error", "warning", "notice"] as const;

const INTRODUCTIONS = {
  error: "They stop the run: nothing is written.",
  warning: "The run goes on; something is lost or doubtful.",
  notice: "The run goes on; worth knowing.",
};

/** The page that lists every code; `npx vitest run -u` writes it anew. */
it("every code has a line in docs/diagnostics.md", async () => {
  const sections = SEVERITIES.map((severity) => {
    const rows = Object.entries(catalogue)
      .filter(([, entry]) => entry.severity === severity)
      .map(([code, { help }]) => `| \`${code}\` | ${help.replaceAll("|", "\\|")} |`)
      .toSorted();
    return `## ${severity[0]?.toUpperCase()}${severity.slice(1)}s\n\n${INTRODUCTIONS[severity]}\n\n| code | when |\n|---|---|\n${rows.join("\n")}\n`;
  });
  const page = `# Diagnostics\n\nA message reads \`path:line:col - severity code: what is wrong and what to do\`. The codes are stable.\n\n${sections.join("\n")}`;
  await expect(page).toMatchFileSnapshot("../../docs/diagnostics.md");
});
