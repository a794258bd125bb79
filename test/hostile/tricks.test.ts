/** Inputs made to break a reader: each is refused, or its output is safe code, and its run is short. */
import { describe, expect, it } from "vitest";
import { scan } from "../support/code-scan.js";
import { tryInput } from "./trial.js";

/** A run is over within so many milliseconds, whatever the input. */
const LIMIT = 5_000;

const csdl = (inner: string) =>
  `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="a.b" xmlns="http://docs.oasis-open.org/odata/ns/edm">${inner}</Schema></edmx:DataServices></edmx:Edmx>`;
const property = (attributes: string) =>
  csdl(
    `<EntityType Name="E"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" Nullable="false"/><Property Name="P" Type="Edm.String" ${attributes}/></EntityType>`,
  );
const described = (text: string) =>
  csdl(
    `<ComplexType Name="C"><Property Name="P" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Description" String="${text}"/></Property></ComplexType>`,
  );
const json = (members: string) => `{"$Version":"4.01","a.b":{${members}}}`;
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const half = (bytes: Buffer) => bytes.subarray(0, bytes.length - 1);
const bidi = "\u202e evil \u2066 code \u2069\u202c";

const tricks: Readonly<Record<string, string | Buffer>> = {
  "a cut inside a character of UTF-8": half(Buffer.from(`${described("x")}<!-- é`)),
  "a cut inside a character in a name": Buffer.concat([Buffer.from('<Schema Namespace="'), Buffer.from([0xc3])]),
  "a cut inside a code unit of UTF-16": half(utf16(described("x"))),
  "a surrogate without its other half in UTF-16": utf16(described("\ud800")),
  "NUL in an attribute": described("a\0b"),
  "NUL as a reference": described("a&#0;b"),
  "a reference to a surrogate": described("a&#xD800;b"),
  "a reference beyond Unicode": described("a&#x110000;b"),
  "a reference with a thousand digits": described(`a&#${"9".repeat(1000)};b`),
  "references to controls": described("a&#1;&#x85;&#x2028;&#13;&#10;*/PWNED b"),
  "a huge integer": property(`MaxLength="${"9".repeat(10_000)}"`),
  "a huge integer in JSON": json(`"C":{"$Kind":"ComplexType","P":{"$MaxLength":1${"0".repeat(400)}}}`),
  "a huge exponent in JSON": json('"C":{"$Kind":"ComplexType","P":{"$MaxLength":1e400}}'),
  "a fraction in JSON": json('"C":{"$Kind":"ComplexType","P":{"$MaxLength":1.5}}'),
  "a key twice in JSON": json('"C":{"$Kind":"ComplexType","P":{},"P":{"$Type":"Edm.Int32"}}'),
  "a schema twice in JSON":
    '{"$Version":"4.01","a.b":{"C":{"$Kind":"ComplexType"}},"a.b":{"D":{"$Kind":"ComplexType"}}}',
  "__proto__ as a schema in JSON": '{"$Version":"4.01","__proto__":{"C":{"$Kind":"ComplexType"}}}',
  "__proto__ as a type in JSON": json('"__proto__":{"$Kind":"ComplexType","P":{}}'),
  "__proto__ as a property in JSON": json('"C":{"$Kind":"ComplexType","__proto__":{},"constructor":{}}'),
  "__proto__ as a member in JSON": json('"E":{"$Kind":"EnumType","__proto__":0,"toString":1}'),
  "__proto__ as an annotation in JSON": json('"C":{"$Kind":"ComplexType","@__proto__":{"a":1},"P":{}}'),
  "half a surrogate pair in a name": json(String.raw`"C\ud800":{"$Kind":"ComplexType"}`),
  "half a surrogate pair in a property": json(String.raw`"C":{"$Kind":"ComplexType","P\udc00":{}}`),
  "half a surrogate pair in a description": json(
    String.raw`"C":{"$Kind":"ComplexType","@Org.OData.Core.V1.Description":"a\ud800b","P":{"$DefaultValue":"\udfff"}}`,
  ),
  "marks that turn the reading direction in a description": described(bidi),
  "marks that turn the reading direction in a default": property(`DefaultValue="${bidi}"`),
  "marks that turn the reading direction in a name": property("").replaceAll('"P"', `"P\u202e"`),
  "marks that turn the reading direction in JSON": json(
    String.raw`"C":{"$Kind":"ComplexType","@Org.OData.Core.V1.Description":"\u202e\u2066","P":{"$DefaultValue":"\u202e"}}`,
  ),
  "marks that turn the reading direction on a page": `# c resource type\n\nNamespace: microsoft.graph\n\n${bidi}\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|p|String|${bidi}|\n`,
  "a hundred thousand attributes": property(Array.from({ length: 100_000 }, (_, i) => `a${i}="x"`).join(" ")),
  "an attribute a hundred thousand times": property('Type="Edm.String" '.repeat(100_000)),
  "a hundred thousand lists in each other": json(
    `"C":{"$Kind":"ComplexType","@a.b.T":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
  ),
  "a hundred thousand objects in each other": `{"$Version":"4.01","a.b":${'{"a":'.repeat(100_000)}1${"}".repeat(100_001)}`,
  "a hundred thousand open elements": csdl("<Annotation>".repeat(100_000)),
  "a hundred thousand lists on a page": `# Get c\n\nNamespace: microsoft.graph\n\n## HTTP request\n\`\`\`http\nGET /c\n\`\`\`\n\n## Response\n\`\`\`json\n${"[".repeat(100_000)}\n\`\`\`\n`,
  "a hundred thousand quotes on a page": `# c resource type\n\nNamespace: microsoft.graph\n\n## Properties\n${"> ".repeat(100_000)}\n`,
  "a row of a hundred thousand pipes": `# c resource type\n\nNamespace: microsoft.graph\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n${"|a".repeat(100_000)}|\n`,
  "types in each other by name": csdl(
    Array.from(
      { length: 6_001 },
      (_, i) => `<ComplexType Name="T${i}"${i > 0 ? ` BaseType="a.b.T${i - 1}"` : ""}/>`,
    ).join(""),
  ),
  "an overload without parameters": csdl(
    '<Action Name="Move" IsBound="true"><Parameter Name="p" Type="Edm.String"/></Action><Action Name="Move" IsBound="true"/>',
  ),
  "an overload whose parameter has no type": csdl(
    '<EntityType Name="E"/><Action Name="Move" IsBound="true"><Parameter Name="p" Type="a.b.E"/></Action><Action Name="Move" IsBound="true"><Parameter Name="p"/></Action>',
  ),
};

/** What becomes of each: the code of its error, or `accepted`. */
const outcomes: Readonly<Record<string, string>> = {
  "a cut inside a character of UTF-8": "unsupported-encoding",
  "a cut inside a character in a name": "unsupported-encoding",
  "a cut inside a code unit of UTF-16": "unsupported-encoding",
  "a surrogate without its other half in UTF-16": "unsupported-encoding",
  "NUL in an attribute": "unsupported-encoding",
  "NUL as a reference": "xml-malformed",
  "a reference to a surrogate": "xml-malformed",
  "a reference beyond Unicode": "xml-malformed",
  "a reference with a thousand digits": "xml-malformed",
  "references to controls": "xml-malformed",
  "a huge integer": "illegal-value",
  "a huge integer in JSON": "illegal-value",
  "a huge exponent in JSON": "illegal-value",
  "a fraction in JSON": "illegal-value",
  "a key twice in JSON": "duplicate-name",
  "a schema twice in JSON": "duplicate-name",
  "__proto__ as a schema in JSON": "accepted",
  "__proto__ as a type in JSON": "accepted",
  "__proto__ as a property in JSON": "accepted",
  "__proto__ as a member in JSON": "accepted",
  "__proto__ as an annotation in JSON": "accepted",
  "half a surrogate pair in a name": "illegal-name",
  "half a surrogate pair in a property": "illegal-name",
  "half a surrogate pair in a description": "accepted",
  "marks that turn the reading direction in a description": "accepted",
  "marks that turn the reading direction in a default": "accepted",
  "marks that turn the reading direction in a name": "illegal-name",
  "marks that turn the reading direction in JSON": "accepted",
  "marks that turn the reading direction on a page": "accepted",
  "a hundred thousand attributes": "accepted",
  "an attribute a hundred thousand times": "xml-malformed",
  "a hundred thousand lists in each other": "nesting-too-deep",
  "a hundred thousand objects in each other": "nesting-too-deep",
  "a hundred thousand open elements": "xml-malformed",
  "a hundred thousand lists on a page": "accepted",
  "a hundred thousand quotes on a page": "accepted",
  "a row of a hundred thousand pipes": "accepted",
  "types in each other by name": "base-chain-too-long",
  "an overload without parameters": "missing-element",
  "an overload whose parameter has no type": "missing-attribute",
};

describe("an input made to break a reader", () => {
  it("has an outcome that is known", () => {
    expect(Object.keys(outcomes)).toEqual(Object.keys(tricks));
  });

  it.each(Object.entries(tricks))("%s", async (what, input) => {
    const name = `trick.${extensionOf(String(input))}`;
    const { outcome, thrown, diagnostics, files, time } = await tryInput(name, new Map([[name, Buffer.from(input)]]));
    expect(thrown).toBeUndefined();
    const error = diagnostics.find(({ severity }) => severity === "error");
    expect(error?.code ?? outcome).toBe(outcomes[what]);
    const code = [...files].filter(([path]) => path.endsWith(".ts"));
    expect(code.flatMap(([path, text]) => scan(path, text))).toEqual([]);
    // Half a surrogate pair would become another character in a file.
    for (const [path, text] of files) expect(Buffer.from(text).toString(), path).toBe(text);
    expect(time).toBeLessThan(LIMIT);
  });
});

function extensionOf(text: string): string {
  if (text.startsWith("{")) return "json";
  return text.startsWith("#") ? "md" : "xml";
}
