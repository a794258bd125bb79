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

The terms of the standard vocabularies and their effect. *Used*: the term affects the output. *Carried*: it is read, shown by \`explain\` and written by \`convert\`, but does not affect the output.

- Annotations are used on the element itself, with an external target and, for values, on the type definition of a property. Annotations with a qualifier, and dynamic expressions, which depend on an instance (\`Path\`, \`If\`, …), are carried; only the path to a unit or currency is used.
- A term without a value has its default. A value that does not match the type of its term has no effect and is a warning, \`annotation-value-unfit\`.
- Rules of values (\`Pattern\`, \`Minimum\`, …) are checked in request bodies. They are not checked in responses: an application must be able to read values that violate a rule of the service. Facets of types (\`MaxLength\`, \`Precision\`, \`Scale\`, \`Unicode\`) are part of a type, and are checked in responses too; those that are not stated, or zero, limit nothing.
- A \`Pattern\` may match anywhere in the text, as in ECMAScript, unless it has \`^\` and \`$\`. A pattern that can take exponential time is not used (\`pattern-unsafe\`).
- The nearest annotation of a capability applies: that of the restricted property of a set, then of the set, singleton or navigation property, its entity type, and the container. Annotations of one element that contradict each other restrict nothing, which is a warning, \`capability-contradicted\`. Requests that a reference page documents are never removed, nor are their query options (\`request-restricted\`). If an annotation is wrong, use \`client.request\` and \`custom\`.
- Query options that annotations call unsupported are errors in the client. With \`--restrictions note\`, the default for Microsoft Graph, whose annotations deny much that works, they are noted in its documentation instead.
- Paths through a cast (\`as\`) are not restricted.
- A new entity needs its key, except for a key of one \`Edm.Guid\`, with a default value, with \`Core.ComputedDefaultValue\`, or of Microsoft Graph. \`--keys-on-create required\` or \`optional\` decides for keys without a default.
`;

/** The page on what is used; `npx vitest run -u` renews it. */
it("every term has a line in docs/vocabularies.md", async () => {
  const sections = Object.entries(vocabularies).map(([namespace, entries]) => {
    const rows = Object.entries(entries).map(
      ([name, { use, note }]) => `| \`${name}\` | ${use} | ${note.replaceAll("|", "\\|")} |`,
    );
    return `## ${namespace}\n\n| term | | effect, or reason |\n|---|---|---|\n${rows.toSorted().join("\n")}\n`;
  });
  const others = Object.entries(otherVocabularies).map(([namespace, why]) => `| \`${namespace}\` | ${why} |`);
  const rest = `## Others\n\nAll terms of these vocabularies, and terms that are not on this page, are carried.\n\n| vocabulary | reason |\n|---|---|\n${others.join("\n")}\n`;
  await expect([INTRODUCTION, ...sections, rest].join("\n")).toMatchFileSnapshot("../../docs/vocabularies.md");
});

describeWithCorpus("the table", () => {
  const standard = Object.keys(vocabularies).filter((namespace) => namespace.startsWith("Org.OData."));
  it.each(standard)("has the terms of %s, and no others", (namespace) => {
    const path = `csdl/oasis-ipr/oasis-tcs+odata-vocabularies/vocabularies/${namespace}.xml`;
    const { model } = modelOf({ "a.xml": readFileSync(join(corpus, path), "utf8") });
    const terms = model.elementsOf(namespace).filter((element) => !isStructured(element) && element.kind === "Term");
    expect(Object.keys(vocabularies[namespace] ?? {}).toSorted()).toEqual(
      terms.map(({ name }) => simpleNameOf(name)).toSorted(),
    );
  });

  it("has terms of SAP that exist", () => {
    const path = "csdl/SAP+odata-vocabularies/vocabularies/Common.xml";
    const { model } = modelOf({ "a.xml": readFileSync(join(corpus, path), "utf8") });
    const terms = model.elementsOf("com.sap.vocabularies.Common.v1").map(({ name }) => simpleNameOf(name));
    expect(terms).toEqual(expect.arrayContaining(Object.keys(vocabularies["com.sap.vocabularies.Common.v1"] ?? {})));
  });
});
