import { describe, expect, it } from "vitest";
import { auditInputs } from "../../src/audit.js";
import { auditOf } from "../../src/audit/audit.js";
import { findingData, type FindingData } from "../../src/audit/report/audit-report.js";
import type { Cause } from "../../src/audit/causes.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import type { PlaceData } from "../../src/diagnostics/format-json.js";
import { parse } from "../support/model.js";
import { csdl, pages } from "./inputs.js";

type File = keyof typeof pages | "n.xml";

/** Causes that need more than one change. */
type Elsewhere = `example-${string}` | `pages-differ-${string}` | "version-differs";

/** Replaces text in one of the files, and what is then found: page, CSDL, element and suggestion. */
interface Case {
  readonly file: File;
  readonly change: readonly [from: string, to: string];
  readonly page?: string;
  readonly csdl?: string;
  readonly element: string;
  readonly suggestion?: string;
  /** What comes along, since one change brings about both. */
  readonly beside?: readonly Cause[];
}

function audited(files: Readonly<Record<string, string>>): readonly FindingData[] {
  const sources = new Sources();
  const report = new Report();
  const documents = Object.entries(files).flatMap(([name, text]) => parse(sources.add(name, text), report) ?? []);
  const findings = auditOf(auditInputs(documents, report));
  expect(report.failed).toBe(false);
  return findings.map((finding) => findingData(finding, sources));
}

const all: Readonly<Record<string, string>> = { ...pages, "n.xml": csdl };

const cases: Readonly<Record<Exclude<Cause, Elsewhere>, Case>> = {
  "property-not-in-csdl": {
    file: "lamp.md",
    change: ["|watts|Double|", "|colour|String|Its colour.|\n|watts|Double|"],
    page: "lamp.md:10:2",
    csdl: "n.xml:4:1",
    element: "n.lamp/colour",
  },
  "property-on-open-type": {
    file: "extras.md",
    change: ["|note|String|", "|colour|String|Its colour.|\n|note|String|"],
    page: "extras.md:8:2",
    csdl: "n.xml:15:1",
    element: "n.extras/colour",
  },
  "property-on-derived-type": {
    file: "lamp.md",
    change: ["|watts|Double|", "|height|Int32|In cm.|\n|watts|Double|"],
    page: "lamp.md:10:2",
    csdl: "n.xml:11:48",
    element: "n.lamp/height",
    suggestion: "n.floorLamp/height",
  },
  "property-letter-case": {
    file: "lamp.md",
    change: ["|watts|", "|Watts|"],
    page: "lamp.md:10:2",
    csdl: "n.xml:6:1",
    element: "n.lamp/Watts",
    suggestion: "watts",
  },
  "property-near-miss": {
    file: "lamp.md",
    change: ["|watts|", "|watt|"],
    page: "lamp.md:10:2",
    csdl: "n.xml:6:1",
    element: "n.lamp/watt",
    suggestion: "watts",
  },
  "property-undocumented": {
    file: "lamp.md",
    change: ["|watts|Double|What it takes.|\n", ""],
    page: "lamp.md:1:3",
    csdl: "n.xml:6:1",
    element: "n.lamp/watts",
  },
  "navigation-undocumented": {
    file: "n.xml",
    change: [
      '<NavigationProperty Name="room"',
      '<NavigationProperty Name="next" Type="n.lamp"/><NavigationProperty Name="room"',
    ],
    page: "lamp.md:1:3",
    csdl: "n.xml:9:1",
    element: "n.lamp/next",
  },
  "navigation-as-property": {
    file: "lamp.md",
    change: ["|watts|Double|", "|room|[room](room.md)|Where.|\n|watts|Double|"],
    page: "lamp.md:10:2",
    csdl: "n.xml:9:1",
    element: "n.lamp/room",
  },
  "property-as-navigation": {
    file: "room.md",
    change: ["|lamps|", "|id|String|The key.|\n|lamps|"],
    page: "room.md:8:2",
    csdl: "n.xml:3:77",
    element: "n.room/id",
  },
  "inherited-from-differs": {
    file: "lamp.md",
    change: ["[thing](thing.md)", "[room](room.md)"],
    page: "lamp.md:8:2",
    csdl: "n.xml:3:77",
    element: "n.lamp/id",
    suggestion: "n.thing",
    beside: ["base-differs"],
  },
  "type-enum-as-string": {
    file: "lamp.md",
    change: ["[mode](mode.md)", "String"],
    page: "lamp.md:9:2",
    csdl: "n.xml:5:1",
    element: "n.lamp/mode",
    suggestion: "n.mode",
  },
  "type-primitive-differs": {
    file: "lamp.md",
    change: ["|watts|Double|", "|watts|Int32|"],
    page: "lamp.md:10:2",
    csdl: "n.xml:6:1",
    element: "n.lamp/watts",
    suggestion: "Double",
  },
  "type-primitive-for-model": {
    file: "lamp.md",
    change: ["[bulb](bulb.md)", "Int32"],
    page: "lamp.md:12:2",
    csdl: "n.xml:8:1",
    element: "n.lamp/bulb",
    suggestion: "n.bulb",
  },
  "type-model-for-primitive": {
    file: "lamp.md",
    change: ["|watts|Double|", "|watts|[bulb](bulb.md)|"],
    page: "lamp.md:10:2",
    csdl: "n.xml:6:1",
    element: "n.lamp/watts",
    suggestion: "Double",
  },
  "type-model-differs": {
    file: "lamp.md",
    change: ["[bulb](bulb.md)", "[extras](extras.md)"],
    page: "lamp.md:12:2",
    csdl: "n.xml:8:1",
    element: "n.lamp/bulb",
    suggestion: "n.bulb",
  },
  "type-base-for-derived": {
    file: "n.xml",
    change: ['Name="bulb" Type="n.bulb"', 'Name="bulb" Type="n.ledBulb"'],
    page: "lamp.md:12:2",
    csdl: "n.xml:8:1",
    element: "n.lamp/bulb",
    suggestion: "n.ledBulb",
  },
  "type-derived-for-base": {
    file: "lamp.md",
    change: ["[bulb](bulb.md)", "[ledBulb](ledbulb.md)"],
    page: "lamp.md:12:2",
    csdl: "n.xml:8:1",
    element: "n.lamp/bulb",
    suggestion: "n.bulb",
  },
  "type-collection-differs": {
    file: "lamp.md",
    change: ["String collection", "String"],
    page: "lamp.md:11:2",
    csdl: "n.xml:7:1",
    element: "n.lamp/labels",
    suggestion: "Collection(String)",
  },
  "type-letter-case": {
    file: "lamp.md",
    change: ["[bulb](bulb.md)", "[Bulb](bulb.md)"],
    page: "lamp.md:12:2",
    csdl: "n.xml:13:1",
    element: "n.bulb",
    suggestion: "bulb",
  },
  "type-unknown": {
    file: "lamp.md",
    change: ["[bulb](bulb.md)", "[torch](torch.md)"],
    page: "lamp.md:12:2",
    csdl: "n.xml:8:1",
    element: "n.lamp/bulb",
    suggestion: "n.bulb",
  },
  "type-vague": {
    file: "lamp.md",
    change: ["[bulb](bulb.md)", "object"],
    page: "lamp.md:12:2",
    csdl: "n.xml:8:1",
    element: "n.lamp/bulb",
    suggestion: "n.bulb",
  },
  "type-not-in-csdl": {
    file: "ledbulb.md",
    change: ["n.ledBulb", "n.lcdBulb"],
    page: "ledbulb.md:1:3",
    element: "n.lcdBulb",
    suggestion: "n.ledBulb",
    beside: ["type-undocumented"],
  },
  "type-namespace-differs": {
    file: "extras.md",
    change: ['"@odata.type": "n.extras"', '"@odata.type": "m.extras"'],
    page: "extras.md:1:3",
    csdl: "n.xml:15:1",
    element: "m.extras",
    suggestion: "n.extras",
  },
  "type-undocumented": {
    file: "n.xml",
    change: ["<Action", '<ComplexType Name="wire"><Property Name="length" Type="Edm.Int32"/></ComplexType>\n<Action'],
    csdl: "n.xml:16:1",
    element: "n.wire",
  },
  "enum-undocumented": {
    file: "n.xml",
    change: ["<Action", '<EnumType Name="state"><Member Name="up"/></EnumType>\n<Action'],
    csdl: "n.xml:16:1",
    element: "n.state",
  },
  "kind-differs": {
    file: "mode.md",
    change: ["# mode enum", "# bulb enum"],
    page: "mode.md:1:3",
    csdl: "n.xml:13:1",
    element: "n.bulb",
  },
  "base-differs": {
    file: "ledbulb.md",
    change: ["\n} -->", ',\n  "baseType": "n.extras"\n} -->'],
    page: "ledbulb.md:1:3",
    csdl: "n.xml:14:1",
    element: "n.ledBulb",
    suggestion: "n.bulb",
  },
  "key-differs": {
    file: "bulb.md",
    change: ["\n} -->", ',\n  "keyProperty": "socket"\n} -->'],
    page: "bulb.md:16:19",
    csdl: "n.xml:13:1",
    element: "n.bulb",
  },
  "open-differs": {
    file: "extras.md",
    change: ["\n} -->", ',\n  "openType": false\n} -->'],
    page: "extras.md:1:3",
    csdl: "n.xml:15:1",
    element: "n.extras",
  },
  "abstract-differs": {
    file: "room.md",
    change: ["\n} -->", ',\n  "abstract": true\n} -->'],
    page: "room.md:1:3",
    csdl: "n.xml:12:1",
    element: "n.room",
  },
  "member-not-in-csdl": {
    file: "mode.md",
    change: ["|blinking|2|", "|dim|3|Less.|\n|blinking|2|"],
    page: "mode.md:10:2",
    csdl: "n.xml:2:1",
    element: "n.mode/dim",
  },
  "member-letter-case": {
    file: "mode.md",
    change: ["|blinking|", "|Blinking|"],
    page: "mode.md:10:2",
    csdl: "n.xml:2:82",
    element: "n.mode/Blinking",
    suggestion: "blinking",
  },
  "member-near-miss": {
    file: "mode.md",
    change: ["|blinking|", "|blinkin|"],
    page: "mode.md:10:2",
    csdl: "n.xml:2:82",
    element: "n.mode/blinkin",
    suggestion: "blinking",
  },
  "member-value-differs": {
    file: "mode.md",
    change: ["|blinking|2|", "|blinking|4|"],
    page: "mode.md:10:2",
    csdl: "n.xml:2:82",
    element: "n.mode/blinking",
    suggestion: "2",
  },
  "members-undocumented": {
    file: "lamp.md",
    change: [", `blinking`", ""],
    page: "lamp.md:9:8",
    csdl: "n.xml:2:82",
    element: "n.mode",
    suggestion: "blinking",
  },
  "list-of-other-values": {
    file: "mode.md",
    change: ["|off|0|Dark.|", "|a|3|A.|\n|b|4|B.|\n|c|5|C.|\n|d|6|D.|\n|e|7|E.|\n|f|8|F.|\n|off|0|Dark.|"],
    page: "mode.md:1:3",
    csdl: "n.xml:2:1",
    element: "n.mode",
  },
  "values-without-enum": {
    file: "extras.md",
    change: ["## JSON", "### noteKind values\n\n|Value|Description|\n|:---|:---|\n|long|Much.|\n\n## JSON"],
    page: "extras.md:11:5",
    element: "n.noteKind",
  },
  "path-unresolved": {
    file: "lamp-list.md",
    change: ["/rooms/{id}/lamps", "/rooms/{id}/lampen"],
    page: "lamp-list.md:7:1",
    csdl: "n.xml:18:1",
    element: "GET /rooms/{id}/lampen",
    suggestion: "lamps",
  },
  "path-letter-case": {
    file: "lamp-list.md",
    change: ["/rooms/{id}/lamps", "/Rooms/{id}/lamps"],
    page: "lamp-list.md:7:1",
    element: "GET /Rooms/{id}/lamps",
    suggestion: "rooms",
  },
  "operation-undocumented": {
    file: "n.xml",
    change: [
      "<EntityContainer",
      '<Action Name="dim" IsBound="true"><Parameter Name="it" Type="n.lamp"/></Action>\n<EntityContainer',
    ],
    csdl: "n.xml:18:1",
    element: "n.dim(n.lamp)",
  },
  "operation-kind-differs": {
    file: "lamp-brightest.md",
    change: ["GET /lamps", "POST /lamps"],
    page: "lamp-brightest.md:7:1",
    csdl: "n.xml:17:1",
    element: "POST /lamps/brightest",
    suggestion: "GET",
  },
  "parameter-not-in-csdl": {
    file: "lamp-blink.md",
    change: ["|times|Int32|", "|colour|String|Its colour.|\n|times|Int32|"],
    page: "lamp-blink.md:13:2",
    csdl: "n.xml:16:1",
    element: "n.blink(n.lamp)/colour",
  },
  "parameter-letter-case": {
    file: "lamp-blink.md",
    change: ["|times|", "|Times|"],
    page: "lamp-blink.md:13:2",
    csdl: "n.xml:16:73",
    element: "n.blink(n.lamp)/Times",
    suggestion: "times",
  },
  "parameter-near-miss": {
    file: "lamp-blink.md",
    change: ["|times|", "|time|"],
    page: "lamp-blink.md:13:2",
    csdl: "n.xml:16:73",
    element: "n.blink(n.lamp)/time",
    suggestion: "times",
  },
  "parameter-undocumented": {
    file: "n.xml",
    change: ['<Parameter Name="times"', '<Parameter Name="colour" Type="Edm.String"/><Parameter Name="times"'],
    page: "lamp-blink.md:7:1",
    csdl: "n.xml:16:73",
    element: "n.blink(n.lamp)/colour",
  },
  "return-type-differs": {
    file: "lamp-brightest.md",
    change: ["[lamp](lamp.md)", "[room](room.md)"],
    page: "lamp-brightest.md:7:1",
    csdl: "n.xml:17:1",
    element: "GET /lamps/brightest",
    suggestion: "n.lamp",
  },
  "return-collection-differs": {
    file: "lamp-list.md",
    change: ["a collection of [lamp](lamp.md) objects", "a [lamp](lamp.md) object"],
    page: "lamp-list.md:7:1",
    csdl: "n.xml:12:44",
    element: "GET /rooms/{id}/lamps",
    suggestion: "Collection(n.lamp)",
  },
};

it("finds nothing where pages and CSDL agree", () => expect(audited(all)).toEqual([]));

describe("a finding of each cause", () => {
  const messages: string[] = [];
  it.each(Object.entries(cases))("%s", (cause, expected) => {
    const { file, change, beside = [] } = expected;
    const text = all[file] ?? "";
    expect(text).toContain(change[0]);
    const findings = audited({ ...all, [file]: text.replace(...change) });
    const { element, page, csdl, suggestion } = expected;
    const found = findings.filter((finding) => finding.cause === cause).map(shown);
    expect(found).toEqual([{ element, page, csdl, suggestion }]);
    expect(findings.map((finding) => finding.cause).toSorted()).toEqual([cause, ...beside].toSorted());
    messages.push(...findings.map((finding) => `${finding.cause} ${finding.element}: ${finding.message}`));
  });

  it("has the message in messages.txt", async () => {
    await expect(`${messages.join("\n")}\n`).toMatchFileSnapshot("messages.txt");
  });
});

it("a list of derived types is held against the bases of the CSDL", () => {
  const listing = (link: string) =>
    audited({ ...all, "bulb.md": `${pages["bulb.md"]}\n### Derived types\n\n- ${link}\n` });
  expect(listing("[ledBulb](ledbulb.md)")).toEqual([]);
  expect(listing("[room](room.md)").map(({ cause, element, message }) => [cause, element, message])).toEqual([
    ["base-differs", "n.room", "documented as derived from n.bulb, derived from n.thing in the CSDL"],
  ]);
});

describe("an enum of a namespace that the CSDL lacks", () => {
  const listed = (values: string) => {
    const text = `# wire resource type\n\nNamespace: m\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|mode|m.mode|How it is. Possible values are: ${values}.|\n`;
    return audited({ ...all, "wire.md": text }).map(({ cause, element }) => `${cause} ${element}`);
  };

  it("is not the one of that name in another namespace, unless they have a member in common", () => {
    expect(listed("`live`, `dead`")).toEqual(["type-not-in-csdl m.wire"]);
    expect(listed("`on`, `dead`")).toEqual([
      "type-not-in-csdl m.wire",
      "members-undocumented n.mode",
      "member-not-in-csdl n.mode/dead",
    ]);
  });
});

describe("an example that does not fit", () => {
  const response = (body: string) =>
    `\n## Example\n\`\`\`http\nGET https://home/lamps/1\n\`\`\`\n\n\`\`\`http\nHTTP/1.1 200 OK\n\n${body}\n\`\`\`\n`;
  const shownBy = (body: string) =>
    audited({ ...all, "lamp-get.md": pages["lamp-get.md"] + response(body) }).map(
      ({ cause, element, message, page, csdl }) => [cause, element, message, placeText(page), placeText(csdl)],
    );

  it.each<[body: string, cause: Cause | undefined, message: string, place: string]>([
    ['{ "id": "a", "watts": 5, "labels": [] }', undefined, "", ""],
    [
      '{ "id": "a",\n"watts": "5", "labels": [] }',
      "example-invalid",
      'watts in the response must be a finite number, "INF", "-INF" or "NaN"',
      "lamp-get.md:25:2",
    ],
    [
      '{ "id": "a", "colour": 1, "labels": [] }',
      "example-unknown-property",
      "colour in the response is not a property of n.lamp",
      "lamp-get.md:24:15",
    ],
    [
      '{ "id": "a", "mode": "dim", "labels": [] }',
      "example-unknown-member",
      "mode in the response is not a member of n.mode",
      "lamp-get.md:24:15",
    ],
    [
      '{ "@odata.type": "#n.torch", "id": "a", "labels": [] }',
      "example-wrong-type",
      "@odata.type in the response names a type that is not known",
      "lamp-get.md:24:4",
    ],
    ['{ "watts": 5, "labels": [] }', "example-incomplete", "id in the response is missing", "lamp-get.md:24:1"],
    [
      '{ "value": { "id": "a", "labels": [] } }',
      "example-wrapped",
      "value in the response must not be there: an entity is the whole body",
      "lamp-get.md:24:4",
    ],
  ])("%s", (body, cause, message, place) => {
    const expected = cause === undefined ? [] : [[cause, "GET /lamps/{id}", message, place, "n.xml:4:1"]];
    expect(shownBy(body)).toEqual(expected);
  });
});

describe("pages that differ where there is no CSDL", () => {
  const other = (text: string, change: readonly [from: string, to: string]) => {
    expect(text).toContain(change[0]);
    // Of pages equally old, the one whose text comes first stands.
    const findings = audited({ "a.md": text, "b.md": text.replace(...change) });
    return findings.map((finding) => [finding.cause, finding.message, ...Object.values(shown(finding))]);
  };

  it("in the type of a property", () => {
    expect(other(pages["extras.md"], ["|note|String|", "|note|Int32|"])).toMatchInlineSnapshot(`
      [
        [
          "pages-differ-on-type",
          "documented as String, but as Int32 on the page that takes precedence",
          "n.extras/note",
          "a.md:8:2",
          "b.md:8:2",
          "Int32",
        ],
      ]
    `);
  });

  it("in the members of an enum", () => {
    expect(other(pages["mode.md"], ["|blinking|2|", "|dim|2|"])).toMatchInlineSnapshot(`
      [
        [
          "pages-differ-on-members",
          "compared with the page that takes precedence, the list lacks blinking and adds dim",
          "n.mode",
          "b.md:1:3",
          "a.md:1:3",
          undefined,
        ],
      ]
    `);
  });

  it("in the base of a type", () => {
    const based = pages["ledbulb.md"].replace("\n} -->", ',\n  "baseType": "n.bulb"\n} -->');
    expect(other(based, ['"n.bulb"', '"n.extras"'])).toMatchInlineSnapshot(`
      [
        [
          "pages-differ-on-base",
          "documented as derived from n.extras, but from n.bulb on the page that takes precedence",
          "n.ledBulb",
          "b.md:1:3",
          "a.md:1:3",
          "n.bulb",
        ],
      ]
    `);
  });
});

function shown({ element, page, csdl, otherPage, suggestion }: FindingData) {
  return { element, page: placeText(page), csdl: placeText(csdl ?? otherPage), suggestion };
}

function placeText(place: PlaceData | undefined): string | undefined {
  return place && `${place.path}:${place.line}:${place.column}`;
}
