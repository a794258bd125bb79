import { describe, expect, it } from "vitest";
import { only, readXmlText, schemaXml } from "./reading.js";

describe("what is not well-formed is refused with its place", () => {
  it.each([
    ["an end tag that does not match", `<a>\n<b></c></a>`, "2:4", "expected closing tag 'b' (opened in line 2, col 1)"],
    ["a missing end tag", `<a>\n <b>`, "1:1", "the tags a, b are never closed"],
    ["a missing end tag of the root", `\n <a>`, "2:2", "unclosed tag 'a'"],
    ["many missing end tags", `<a>`.repeat(20), "1:1", "the tags a, a, a, a, a, a, a, a, a, a, … are never closed"],
    ["an end tag of nothing", `<a></a>\n</b>`, "2:1", "closing tag 'b' has not been opened"],
    ["an end tag like an empty element", `<a></a/></a>`, "1:4", `"</name>"`],
    ["an end tag with an attribute", `<a></a b="1">`, "1:4", `"</name>"`],
    ["an end tag with a blank that is none of XML", `<a></a\u00a0>`, "1:4", `"</name>"`],
    ["a start tag without end", `<a>\n <b`, "2:2", "is never ended"],
    ["a text that ends inside an attribute", `<a>\n<b x="1`, "2:1", "is never ended"],
    ["a text that ends inside an attribute with a >", `<a>\n<b x="1>`, "2:1", "a quote in the tag that starts here"],
    ["a text that ends inside a tag", `<a x=">"/`, "1:1", "ends inside the tag"],
    ["a comment without end", `<a>\n<!-- x </a>`, "2:1", `"<!--" is never closed`],
    ["a comment without end after the root", `<a/>\n<!-- x`, "2:1", `"<!--" is never closed`],
    ["two hyphens inside a comment", `<a>\n<!-- x -- y --></a>`, "2:1", `"--"`],
    ["three hyphens at the end of a comment", `<a>\n<!-- x ---></a>`, "2:1", `"--"`],
    ["a CDATA section without end", `<a>\n <![CDATA[ x </a>`, "2:2", `"<![CDATA[" is never closed`],
    ["the end of a CDATA section in a text", `<a b="]">\n x ]]> y</a>`, "2:4", `"]]&gt;"`],
    ["a processing instruction without end", `<a>\n <?pi x</a>`, "2:2", `"<?" is never closed`],
    ["a processing instruction without name", `<a>\n <? x ?></a>`, "2:2", `a name must follow "<?"`],
    ["an XML declaration after a line break", `\n<?xml version="1.0"?><a/>`, "2:1", "the start of the document"],
    ["an XML declaration inside", `<a>\n<?xml version="1.0"?></a>`, "2:1", "the start of the document"],
    ["an XML declaration without version", `<?xml encoding="utf-8"?><a/>`, "1:1", "the XML declaration is malformed"],
    ["another declaration", `<a>\n<!ELEMENT a></a>`, "2:1", `must be written "&lt;"`],
    ["a repeated attribute", `<a>\n <b x="1" x="2"/></a>`, "2:11", "'x' is repeated"],
    [
      "a repeated attribute called like a property of objects",
      `<a valueOf="" valueOf=""/>`,
      "1:15",
      "'valueOf' is repeated",
    ],
    ["an attribute without value", `<a>\n <b x/></a>`, "2:5", "attribute 'x' is not allowed"],
    ["an attribute without quotes", `<a>\n <b x=1/></a>`, "2:5", "'x' is without value"],
    ["an attribute without name", `<a>\n <b = x="1"/></a>`, "2:5", `name="value"`],
    ["attributes without a blank between them", `<a>\n <b x="1"y="2"/></a>`, "2:10", "'y' has no space"],
    ["a blank that is none of XML in a tag", `<a>\n <b\u00a0 x="1"/></a>`, "2:4", `name="value"`],
    ["two roots", `<a></a>\n<b></b>`, "2:1", "a second root element"],
    ["two empty roots", `<a/>\n<b/>`, "2:1", "a second root element"],
    ["a second root after a comment", `<a/>\n<!-- <b/> --><c/>`, "2:14", "a second root element"],
    ["text after the root", `<a></a>\n  text`, "2:3", "text stands after the root element"],
    ["text after an empty root", `<a/>\n  text`, "2:3", "text stands after the root element"],
    ["CDATA after the root", `<a/>\n<![CDATA[x]]>`, "2:1", "text stands after the root element"],
    ["text before the root", `text <a/>`, "1:1", "text stands before the root element"],
    ["CDATA before the root", `\n<![CDATA[x]]><a/>`, "2:1", "text stands before the root element"],
    ["nothing but a tag that is not ended", `<a`, "1:1", "never ended"],
    ["no root", `<!-- nothing -->`, "1:1", "no root element"],
    ["nothing", ``, "1:1", "no root element"],
    ["a raw ampersand", `<a>\n <b t="x & y"/></a>`, "2:10", `a raw "&"`],
    ["a raw ampersand in a text", `<a>\n x&y</a>`, "2:3", `a raw "&"`],
    ["an entity of HTML", `<a>\n <b t="&nbsp;"/></a>`, "2:8", `"&nbsp;"`],
    ["an entity called like a property of objects", `<a>&constructor;</a>`, "1:4", `"&constructor;"`],
    ["a reference to no character", `<a>&#xD800;</a>`, "1:4", `"&#xD800;"`],
    ["a reference to a control character", `<a>&#1;</a>`, "1:4", `"&#1;"`],
    ["a reference beyond Unicode", `<a>&#1114112;</a>`, "1:4", `"&#1114112;"`],
    ["a raw less-than in an attribute", `<a>\n <b t="x<y"/></a>`, "2:9", `a raw "<"`],
    ["a raw less-than in front of a blank", `<a>\n x < y</a>`, "2:4", `must be written "&lt;"`],
    ["an undeclared prefix of an element", `<a>\n <p:b/></a>`, "2:2", `prefix "p"`],
    ["an undeclared prefix of an attribute", `<a>\n <b q:t="1"/></a>`, "2:5", `prefix "q"`],
    ["a control character", `<a>\n \u0001</a>`, "2:2", "U+0001"],
    ["a control character in a comment", `<a>\n<!-- \u0001 --></a>`, "2:6", "U+0001"],
    ["a NUL, as of UTF-16 taken for something else", `<a>\u0000</a>`, "1:4", "U+0000"],
    ["the last control character", `<a>\u001f</a>`, "1:4", "U+001F"],
    ["a non-character", `<a>\uffff</a>`, "1:4", "U+FFFF"],
    ["a name that is none", `<a>\n <b$/></a>`, "2:5", "'b$' is an invalid name"],
  ])("%s", (_, text, place, problem) => {
    const { document, said, messages } = readXmlText(text);
    expect(document).toBeUndefined();
    expect(said).toEqual([`${place} error xml-malformed`]);
    expect(messages[0]).toContain(problem);
  });

  it("counts lines and columns behind a byte order mark and CRLF", () => {
    expect(readXmlText(`\ufeff<a>\r\n <b></c>\r\n</a>`).said).toEqual(["2:5 error xml-malformed"]);
    expect(readXmlText(`\ufeff<a>\r\n <b t="&x;"/>\r\n</a>`).said).toEqual(["2:8 error xml-malformed"]);
  });

  it("names every undeclared prefix, each once", () => {
    expect(readXmlText(`<a>\n<p:b/>\n<p:b q:t="" q:u=""/></a>`).said).toEqual([
      "2:1 error xml-malformed",
      "3:6 error xml-malformed",
    ]);
  });

  it("names the first of several faults", () => {
    expect(readXmlText(`<a>\n<b t="&x;"/>\n<!-- -- --></a>`).said).toEqual(["2:7 error xml-malformed"]);
    expect(readXmlText(`<a>\n<!-- -- -->\n<b t="&x;"/></a>`).said).toEqual(["2:1 error xml-malformed"]);
  });
});

describe("a DOCTYPE", () => {
  it("is refused wherever it stands, without looking at what it declares", () => {
    expect(readXmlText(`<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>`).said).toEqual([
      "2:1 error doctype-refused",
    ]);
    expect(readXmlText(`<!doctype html><html></html>`).said).toEqual(["1:1 error doctype-refused"]);
  });

  it("is text inside comments and CDATA", () => {
    const text = schemaXml(
      `<!-- <!DOCTYPE a> --><Annotation Term="Self.T"><String><![CDATA[<!DOCTYPE b>]]></String></Annotation>`,
    );
    const { document, said } = readXmlText(text);
    expect(said).toEqual([]);
    expect(document?.schemas[0]?.annotations?.[0]?.value).toEqual({
      kind: "Constant",
      type: "String",
      value: "<!DOCTYPE b>",
    });
  });
});

function nested(levels: number): string {
  return `${"<a>\n".repeat(levels)}${"</a>".repeat(levels)}`;
}

describe("nesting", () => {
  it("is read up to 100 levels", () => {
    expect(readXmlText(nested(100)).said).toEqual(["1:1 error not-csdl"]);
  });

  it("is refused beyond, at the first element that is too deep", () => {
    expect(readXmlText(nested(101)).said).toEqual(["101:1 error nesting-too-deep"]);
    expect(readXmlText(nested(20_000)).said).toEqual(["101:1 error nesting-too-deep"]);
  });

  it("does not count markup in comments, CDATA and attributes", () => {
    const noise = `<!-- <b> --><?pi <b> ?><![CDATA[<b>]]><e t="<b>'" u='"' />`.replace("<b>'", "&lt;b>'").repeat(60);
    expect(readXmlText(`<a>${noise}${"<b>".repeat(99)}${"</b>".repeat(99)}</a>`).said).toEqual(["1:1 error not-csdl"]);
    expect(readXmlText(`<a>${noise}\n${"<b>".repeat(200)}${"</b>".repeat(200)}</a>`).said).toEqual([
      "2:298 error nesting-too-deep",
    ]);
  });
});

describe("legal XML that few people write", () => {
  it("any prefixes, single quotes, processing instructions, comments and blanks", () => {
    const { document, said } = readXmlText(
      `\ufeff<?xml version='1.0'?>\r\n<!-- c --><x:Edmx xmlns:x = 'http://docs.oasis-open.org/odata/ns/edmx'\n Version='4.0' ><?pi ?><x:DataServices>` +
        `<y:Schema xmlns:y="http://docs.oasis-open.org/odata/ns/edm" Namespace='n'><y:EnumType\tName='E'/></y:Schema ></x:DataServices></x:Edmx>\n`,
    );
    expect(said).toEqual([]);
    expect(document?.schemas.map(({ namespace, elements }) => [namespace, elements.map(({ name }) => name)])).toEqual([
      ["n", ["n.E"]],
    ]);
  });

  it("namespaces go by URI and scope: a prefix may change its meaning inside", () => {
    const text = `<e:Edmx xmlns:e="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><e:DataServices>
<e:Schema xmlns:e="http://docs.oasis-open.org/odata/ns/edm" Namespace="n"><e:EnumType Name="E" /></e:Schema></e:DataServices></e:Edmx>`;
    expect(readXmlText(text).document?.schemas[0]?.elements).toHaveLength(1);
  });

  it("references are decoded; raw line breaks and tabs in attributes are blanks, references to them are not", () => {
    const text = schemaXml(`<Annotation Term="Self.T" String="a\r\nb\tc&#10;d&#x9;e&#13;&amp;#10; &lt;&quot;" />`);
    expect(readXmlText(text).document?.schemas[0]?.annotations?.[0]?.value).toEqual({
      kind: "Constant",
      type: "String",
      value: `a b c\nd\te\r&#10; <"`,
    });
  });

  it("blanks around a value are kept, and numbers stay text", () => {
    const property = `<ComplexType Name="C"><Property Name="P" Type="Edm.String" DefaultValue="  007 " /></ComplexType>`;
    expect(only("ComplexType", readXmlText(schemaXml(property)))).toMatchObject({
      properties: [{ defaultValue: "  007 " }],
    });
  });

  it("text that looks like markup in comments, CDATA and processing instructions", () => {
    const text = schemaXml(
      `<!-- & < </x/> <?xml?> --><?x don't & < ?><?y it's?><Annotation Term="Self.T"><String>a<![CDATA[&amp;<b>]]]]><!-- ]]> -->&gt;<?z?>c</String></Annotation>`,
    );
    const { document, said } = readXmlText(text);
    expect(said).toEqual([]);
    expect(document?.schemas[0]?.annotations?.[0]?.value).toEqual({
      kind: "Constant",
      type: "String",
      value: "a&amp;<b>]]>c",
    });
  });

  it("text that looks like an attribute, right after a tag", () => {
    const { document, said } = readXmlText(
      schemaXml(`<Annotation Term="Self.T"><String >x="1" = > '</String></Annotation>`),
    );
    expect(said).toEqual([]);
    expect(document?.schemas[0]?.annotations?.[0]?.value).toMatchObject({ value: `x="1" = > '` });
  });

  it("quotes, > and ]]> in attributes", () => {
    const text = schemaXml(
      `<Annotation Term="Self.T" String='a > "b" ]]> /' /><Annotation Term="Self.U" String="'>'/"/>`,
    );
    expect(readXmlText(text).document?.schemas[0]?.annotations?.map(({ value }) => value)).toMatchObject([
      { value: `a > "b" ]]> /` },
      { value: `'>'/` },
    ]);
  });

  it("references are decoded once, as often as they stand there", () => {
    const value = "&amp;lt;&#38;#65;".repeat(2000);
    const outcome = readXmlText(schemaXml(`<Annotation Term="Self.T" String="${value}" />`));
    expect(outcome.document?.schemas[0]?.annotations?.[0]?.value).toMatchObject({ value: "&lt;&#65;".repeat(2000) });
  });

  it("references in the URI of a namespace", () => {
    const { said } = readXmlText(`<Edmx xmlns="http:&#47;&#x2F;docs.oasis-open.org/odata/ns/edmx" Version="4.0" />`);
    expect(said).toEqual(["1:1 error edmx-without-schema"]);
  });

  it("line breaks of Windows and old Macs in texts are line feeds, references are kept", () => {
    const text = schemaXml(`<Annotation Term="Self.T"><String>a\r\nb\rc<![CDATA[\r\n]]>&#13;</String></Annotation>`);
    expect(readXmlText(text).document?.schemas[0]?.annotations?.[0]?.value).toMatchObject({ value: "a\nb\nc\n\r" });
  });

  it("elements and attributes called like members of JavaScript objects are unknown, at their places", () => {
    const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];
    const elements = names.map((name) => `<${name} />\n<${name}></${name}>\n`).join("");
    const attributes = names.map((name) => ` ${name}="1"`).join("\n");
    const { said, messages } = readXmlText(schemaXml(`${elements}<EnumType Name="E"${attributes} />`));
    expect(said).toEqual([
      ...names.flatMap((_, i) => [`${2 * i + 3}:1 warning unknown-element`, `${2 * i + 4}:1 warning unknown-element`]),
      "15:20 warning unknown-attribute",
      ...names.slice(1).map((_, i) => `${16 + i}:2 warning unknown-attribute`),
    ]);
    for (const [i, name] of names.entries()) expect(messages[2 * i]).toContain(name);
  });

  it("names of JavaScript's own are names like others", () => {
    const members = ["__proto__", "constructor", "toString", "hasOwnProperty"]
      .map((name) => `<Member Name="${name}" />`)
      .join("");
    const type = only("EnumType", readXmlText(schemaXml(`<EnumType Name="constructor">${members}</EnumType>`)));
    expect(type.members.map(({ name }) => name)).toEqual(["__proto__", "constructor", "toString", "hasOwnProperty"]);
  });
});

describe("other XML", () => {
  it("is said to be none of CSDL", () => {
    expect(readXmlText(`<html><body/></html>`).said).toEqual(["1:1 error not-csdl"]);
    expect(readXmlText(`<Edmx xmlns="urn:other" Version="4.0"/>`).said).toEqual(["1:1 error not-csdl"]);
  });

  it("attributes of its own are ignored with one notice for each namespace", () => {
    const foreign = `<EnumType Name="E" xmlns:s="urn:s" s:a="1" s:b="2"><s:x><y/></s:x><Member Name="A" s:c="3" /></EnumType>`;
    const { said } = readXmlText(schemaXml(foreign));
    expect(said).toEqual(["3:36 notice foreign-markup"]);
  });
});
