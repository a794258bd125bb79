import { describe, expect, it } from "vitest";
import { only, readXmlText, schemaXml } from "./reading.js";

describe("what is not well-formed is refused with its place", () => {
  it.each([
    ["an end tag that does not match", `<a>\n<b></c></a>`, "2:4", `the closing tag of "b" is expected`],
    ["a missing end tag", `<a>\n <b>`, "1:1", "the tags a, b are never closed"],
    ["a text that ends inside an attribute", `<a>\n<b x="1`, "2:1", "is never ended"],
    ["a comment without end", `<a>\n<!-- x </a>`, "2:1", `"<!--" is never closed`],
    ["a CDATA section without end", `<a>\n <![CDATA[ x </a>`, "2:2", `"<![CDATA[" is never closed`],
    ["a repeated attribute", `<a>\n <b x="1" x="2"/></a>`, "2:11", `"x" is repeated`],
    ["an attribute without value", `<a>\n <b x/></a>`, "2:6", "disallowed character in attribute name"],
    ["an attribute without quotes", `<a>\n <b x=1/></a>`, "2:7", "unquoted attribute value"],
    ["two roots", `<a/>\n<b/>`, "2:1", "a second root element"],
    ["text after the root", `<a/>\n  text`, "2:3", "text stands after the root element"],
    ["text before the root", `text <a/>`, "1:1", "text stands before the root element"],
    ["no root", `<!-- nothing -->`, "1:1", "no root element"],
    ["nothing", ``, "1:1", "no root element"],
    ["a raw ampersand", `<a>\n <b t="x & y"/></a>`, "2:10", `a raw "&"`],
    ["an entity of HTML", `<a>\n <b t="&nbsp;"/></a>`, "2:8", `"&nbsp;"`],
    ["a reference to no character", `<a>&#xD800;</a>`, "1:4", `"&#xD800;"`],
    ["a raw less-than in an attribute", `<a>\n <b t="x<y"/></a>`, "2:9", `a raw "<"`],
    ["an undeclared prefix of an element", `<a>\n <p:b/></a>`, "2:2", `prefix "p"`],
    ["an undeclared prefix of an attribute", `<a>\n <b q:t="1"/></a>`, "2:5", `prefix "q"`],
    ["a control character", `<a>\n \u0001</a>`, "2:2", "U+0001"],
    ["a NUL, as of UTF-16 taken for something else", `<a>\u0000</a>`, "1:4", "U+0000"],
    ["an end tag of nothing", `<a></a>\n</b>`, "2:1", `"b" was never opened`],
    ["a start tag without end", `<a>\n <b`, "1:1", "the tag a is never closed"],
    ["an entity called like a property of objects", `<a>&constructor;</a>`, "1:4", `"&constructor;"`],
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

  it("says all undeclared prefixes at once", () => {
    expect(readXmlText(`<a>\n<p:b/>\n<c q:t=""/></a>`).said).toEqual([
      "2:1 error xml-malformed",
      "3:4 error xml-malformed",
    ]);
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
