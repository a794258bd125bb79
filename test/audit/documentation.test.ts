import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { causes } from "../../src/audit/causes.js";

const INTRODUCTION = `# Audit

\`odata-codegen audit\` holds Microsoft Graph reference pages against the CSDL of the same service: what the pages say that the CSDL denies, and the reverse. With pages alone, they are held against each other.

\`\`\`sh
odata-codegen audit pages metadata.xml                               # page by page, by cause, with both places
odata-codegen audit pages metadata.xml --causes 'type-*,path-*'      # findings of some causes
odata-codegen audit pages metadata.xml --report markdown -o audit.md # for a pull request
odata-codegen audit pages metadata.xml --format json                 # for tools
\`\`\`

\`\`\`text
pages/lamp-create.md
  type-primitive-differs  A property or parameter is documented as another primitive type.
    31:2  contoso.home.lamp/id  documented as String, in CSDL Int32  lamps.xml:11:9
\`\`\`

What a page says is compared as the page says it, whoever would win when both are read together. Findings do not fail a run: it ends with 0, and with 1 when there are more than \`--max-warnings\` allows. What readers report on the way (a row that cannot be read, a metadata comment that is broken) are [diagnostics](diagnostics.md), on the standard error output.

## Known findings

A suppression file names the findings that are known; they are counted and not printed, and \`--max-warnings\` does not count them. Commit it, and a run in CI tells what is new:

\`\`\`sh
odata-codegen audit pages metadata.xml --suppressions known.json --update-suppressions   # take what there is as known
odata-codegen audit pages metadata.xml --suppressions known.json --max-warnings 0        # in CI
\`\`\`

\`\`\`json
{
  "suppressions": [
    { "cause": "type-*", "page": "pages/legacy-*", "reason": "to be rewritten" },
    { "cause": "property-not-in-csdl", "element": "contoso.home.lamp/colour", "reason": "ships in May" }
  ]
}
\`\`\`

\`cause\` and \`reason\` are required; without \`element\` or \`page\` an entry fits any. \`*\` stands for any characters. An entry that fits nothing is reported; \`--update-suppressions\` removes it, keeps the others with their reasons, and adds an entry for every finding that is new.

## As data

\`--format json\` prints one object: \`version\` (1), \`findings\`, \`counts\` by cause, and \`suppressed\`, the number of known ones. A finding has

| member | what it is |
|:--|:--|
| \`cause\` | one of the names below; they are stable |
| \`element\` | \`ns.Type\`, \`ns.Type/property\`, \`ns.operation(binding type)\`, \`ns.operation(binding type)/parameter\` or \`GET /path\` |
| \`message\` | one sentence for people; it may change |
| \`page\` | \`path\`, \`line\` and \`column\` where the page says it; absent when no page speaks of the element |
| \`csdl\` | the same of the CSDL; absent when that does not have the element |
| \`otherPage\` | the same of a page that says otherwise |
| \`suggestion\` | what the page should say instead, where there is one answer |

## Causes
`;

/** The page that lists every cause; `npx vitest run test/audit/documentation.test.ts --update` writes it anew. */
it("every cause has a line in docs/audit.md", async () => {
  const rows = Object.entries(causes).map(([cause, help]) => `| \`${cause}\` | ${help.replaceAll("|", "\\|")} |`);
  const path = fileURLToPath(new URL("../../docs/audit.md", import.meta.url));
  await expect(`${INTRODUCTION}\n| cause | when |\n|:--|:--|\n${rows.join("\n")}\n`).toMatchFileSnapshot(path);
});
