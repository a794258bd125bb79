import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isStructured } from "../../src/edm/model.js";
import { simpleNameOf } from "../../src/edm/names.js";
import { otherVocabularies } from "../../src/vocabularies/terms/other-vocabularies.js";
import { vocabularies } from "../../src/vocabularies/terms/terms.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { modelOf } from "../support/model.js";

const INTRODUCTION = `# Vocabularies

What the tool makes of the terms of the standard vocabularies. *Used*: it changes the output. *Carried*: it is read, kept,
explained by \`explain\` and written by \`convert\`, but changes nothing in the output.

- An annotation counts where it is said: on the element itself, by an external target, or, for values, on the type definition of a property. One with a qualifier is carried, and so is an expression that only an instance can tell (\`Path\`, \`If\`, …): nothing is guessed.
- A term without a value has its default. A value that does not match the type of its term has no effect and is a warning, \`annotation-value-unfit\`.
- Rules of values (\`Pattern\`, \`Minimum\`, …) are checked when values are written. They are not when values are read: what a service gives against a rule of its own must not keep an application from reading it.
- A \`Pattern\` is looked for anywhere in the text, as ECMAScript does: \`^\` and \`$\` tie it to the ends. One that can take exponential time is not used (\`pattern-unsafe\`).
- A capability is what the nearest place says: the restricted property of a set, the set, singleton or navigation property, its entity type, then the container. A request that a reference page documents stays, whatever an annotation says. Where an annotation is wrong, \`client.request\` and \`custom\` get past it.
- Capabilities of what a cast (\`as\`) leads to are not restricted.
`;

/** The page on what is used; `npx vitest run -u` writes it anew. */
it("every term has a line in docs/vocabularies.md", async () => {
  const sections = Object.entries(vocabularies).map(([namespace, entries]) => {
    const rows = Object.entries(entries).map(
      ([name, { use, note }]) => `| \`${name}\` | ${use} | ${note.replaceAll("|", "\\|")} |`,
    );
    return `## ${namespace}\n\n| term | | how, or why not |\n|---|---|---|\n${rows.toSorted().join("\n")}\n`;
  });
  const others = Object.entries(otherVocabularies).map(([namespace, why]) => `| \`${namespace}\` | ${why} |`);
  const rest = `## Others\n\nAll of their terms are carried, as are those of vocabularies that the tool has never heard of.\n\n| vocabulary | why |\n|---|---|\n${others.join("\n")}\n`;
  await expect([INTRODUCTION, ...sections, rest].join("\n")).toMatchFileSnapshot("../../docs/vocabularies.md");
});

describeWithCorpus("the table", () => {
  it.each(Object.keys(vocabularies))("has the terms of %s, and no others", (namespace) => {
    const path = `csdl/oasis-ipr/oasis-tcs+odata-vocabularies/vocabularies/${namespace}.xml`;
    const { model } = modelOf({ "a.xml": readFileSync(join(corpus, path), "utf8") });
    const terms = model.elementsOf(namespace).filter((element) => !isStructured(element) && element.kind === "Term");
    expect(Object.keys(vocabularies[namespace] ?? {}).toSorted()).toEqual(
      terms.map(({ name }) => simpleNameOf(name)).toSorted(),
    );
  });
});
