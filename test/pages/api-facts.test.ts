/** What an api page states beside its requests: clouds, query options, headers, examples. */
import { describe, expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { readPage } from "../../src/pages/read-page.js";
import { propertyTable, read, structured, typeText } from "./read.js";

function page(rest: string, title = "List things", request = "GET /things"): string {
  return `# ${title}\n\nNamespace: n.s\n\n${rest.startsWith("##") ? "" : `${rest}\n\n`}## HTTP request\n\`\`\`http\n${request}\n\`\`\`\n\n${rest.startsWith("##") ? rest : ""}\n`;
}

/** Reads a page with the files that it includes. */
function withIncludes(text: string, includes: Readonly<Record<string, string>>) {
  const sources = new Sources();
  const report = new Report();
  const files = new Map(Object.entries(includes).map(([name, content]) => [name, sources.add(name, content)]));
  const document = readPage(sources.add("api/a.md", text), report, (target) => files.get(target));
  return { request: document?.requests[0], codes: report.diagnostics.map(({ code }) => code) };
}

describe("national clouds", () => {
  const include = (target: string) => `[!INCLUDE [national-cloud-support](${target})]`;
  const clouds = (text: string, includes: Readonly<Record<string, string>> = {}) => {
    const { request, codes } = withIncludes(page(text), includes);
    return [request?.clouds, ...codes];
  };
  const all = ["Global service", "US Government L4", "US Government L5 (DOD)", "China operated by 21Vianet"];
  const header = `|${all.join("|")}|\n|-|-|-|-|\n`;

  it.each([
    ["all-clouds", all],
    ["global-only", ["Global service"]],
    ["global-us", all.slice(0, 3)],
    ["global-china", ["Global service", "China operated by 21Vianet"]],
  ])("are those of the include %s", (name, expected) => {
    expect(clouds(include(`../../includes/${name}.md`))).toEqual([expected]);
  });

  it("are those of the included table, which is read first", () => {
    const table = `${header}|✅|❌|✔|Yes|`;
    expect(clouds(include("all-clouds.md"), { "all-clouds.md": table })).toEqual([[all[0], all[2], all[3]]]);
    expect(clouds(include("other.md"), { "other.md": table })).toEqual([[all[0], all[2], all[3]]]);
  });

  it("are those of a table, all of them where it has no marks", () => {
    expect(clouds(`${header}|✅|✅|❌|❌|`)).toEqual([all.slice(0, 2)]);
    expect(clouds(header)).toEqual([all]);
    expect(clouds("|Global service|A new cloud|\n|-|-|\n|✅|✅|")).toEqual([["Global service", "a new cloud"]]);
  });

  it("are not known of an include that is not there", () => {
    expect(clouds(include("other.md"))).toEqual([undefined, "page-include-missing"]);
    expect(clouds("Nothing.")).toEqual([undefined]);
  });
});

describe("query options", () => {
  const options = (text: string, request?: string, title?: string) =>
    read(page(`## Optional query parameters\n${text}`, title, request)).document.requests[0]?.queryOptions;

  it.each<[text: string, names: readonly string[], others: boolean]>([
    [
      "Supports `$apply`, `$compute`, `$count`, `$deltatoken`, `$format`, `$levels`.",
      ["$apply", "$compute", "$count", "$deltatoken", "$format", "$levels"],
      false,
    ],
    [
      "Supports $schemaversion, $search, $skip, $skiptoken and $top.",
      ["$schemaversion", "$search", "$skip", "$skiptoken", "$top"],
      false,
    ],
    ["Supports `filter` and select.", ["$filter"], false],
    ["Supports OData query options such as `$top`.", ["$top"], true],
    ["Supports OData query options.", [], true],
    ["Supports `$top`. Does not support `$skip`.", ["$top"], false],
    ["Supports `$top`. `$skip` isn't supported.", ["$top"], false],
    ["Doesn't currently support `$top`.", [], false],
    ["`$top` is not available.", [], false],
    ["None.", [], false],
    ["Supports `$top` and `$Top`.", ["$top"], false],
  ])("%s", (text, names, others) => expect(options(text)).toEqual({ names, others }));

  it("are unknown where a text names none", () => {
    expect(options("Supports $filters.")).toBeUndefined();
    expect(options("")).toBeUndefined();
  });

  it("are those of tables, custom ones too, unless they are parameters of a function", () => {
    const table = "|Name|Type|Description|\n|-|-|-|\n|$top|Int32|x|\n|_from_|String|x|\n|a b|String|x|\n";
    expect(options(table)?.names).toEqual(["$top", "from"]);
    expect(options(table, "GET /things/delta", "thing: delta")?.names).toEqual(["$top"]);
  });

  it("are those of an included file", () => {
    const text = page("## Query parameters\n[!INCLUDE [options](options.md)]");
    const { request } = withIncludes(text, {
      "options.md": "Supports `$top`.\n\n[!INCLUDE [more](more.md)]",
      "more.md": "Supports `$skip`.\n\n[!INCLUDE [again](options.md)]",
    });
    expect(request?.queryOptions?.names).toEqual(["$top", "$skip"]);
  });

  it("are not those of an example", () => {
    expect(read(page("## Example\n### Query parameters\nSupports `$top`.")).document.requests[0]).not.toHaveProperty(
      "queryOptions",
    );
  });
});

describe("headers", () => {
  it("have their values from the last column", () => {
    const rows =
      "|**Group**|||\n|Authorization:|string|Bearer {token}. Required.|\n||x|y|\n|`Accept`|string|[x](y.md)|";
    const { document } = read(page(`## Request headers\n|Name|Type|Description|\n|-|-|-|\n${rows}\n`));
    expect(document.requests[0]?.headers).toEqual([
      { name: "Authorization", value: "Bearer {token}. Required." },
      { name: "Accept", value: "x" },
    ]);
  });
});

describe("types of examples", () => {
  const message = (body: string, start = "HTTP/1.1 200 OK", comment = "") =>
    `${comment}\n\`\`\`http\n${start}\n\n${body}\n\`\`\`\n\n`;
  const types = (rest: string, request?: string, title?: string) => {
    const found = read(
      page(
        `## Response\nReturns a 200 OK response code and a [thing](thing.md) object.\n\n## Example\n${rest}`,
        title,
        request,
      ),
    );
    return structured(found, "example").map((type) => ({
      name: `${type.kind} ${typeText(type.name)}${type.base === undefined ? "" : ` : ${typeText(type.base)}`}`,
      properties: propertyTable(type),
    }));
  };

  it("have values of every form", () => {
    const body =
      '{ "text": "x", "yes": true, "int": 1, "long": 2147483648, "low": -2147483649, "double": 1.5, "zero": 1.0, "day": "2020-02-29", "month": "2020-13-01", "time": "2020-02-29T10:00Z", "zone": "2020-02-29T10:00:00.5+02:00", "local": "2020-02-29T10:00:00", "span": "P1DT2H", "p": "P", "pt": "PT", "no": null, "none": [], "list": [1, 2.5], "mixed": [1, "x"], "deep": [[1]], "any": {}, "part": { "@odata.type": "n.s.part" } }';
    expect(types(message(body))).toEqual([
      {
        name: "EntityType n.s ~thing",
        properties: {
          text: "Edm.String?",
          yes: "Edm.Boolean?",
          int: "Edm.Int32?",
          long: "Edm.Int64?",
          low: "Edm.Int64?",
          double: "Edm.Double?",
          zero: "Edm.Double?",
          day: "Edm.Date?",
          month: "Edm.String?",
          time: "Edm.DateTimeOffset?",
          zone: "Edm.DateTimeOffset?",
          local: "Edm.String?",
          span: "Edm.Duration?",
          p: "Edm.String?",
          pt: "Edm.String?",
          no: "unknown",
          none: "unknown",
          list: "Edm.Double collection!",
          mixed: "Edm.Int32 collection!",
          deep: "unknown",
          any: "unknown",
          part: "n.s.part?",
        },
      },
      { name: "ComplexType n.s.part", properties: {} },
    ]);
  });

  it.each([
    ['"2020-01-02"', '"x"', "Edm.String?"],
    ['"2020-01-02"', '"2020-01-02T00:00Z"', "Edm.DateTimeOffset?"],
    ['"2020-01-02T00:00Z"', '"x"', "Edm.String?"],
    ['"P1D"', '"x"', "Edm.String?"],
    ["1", "2147483648", "Edm.Int64?"],
    ["1", "1.5", "Edm.Double?"],
    ["2147483648", "1.5", "Edm.Double?"],
    ["1.5", "1", "Edm.Double?"],
    ["1", '"x"', "Edm.Int32?"],
    ["null", "1", "Edm.Int32?"],
    ["1", "null", "Edm.Int32?"],
    ["1", "[2]", "Edm.Int32?"],
  ])("are as wide as all of them need: %s and %s", (one, other, type) => {
    const [thing] = types(message(`{ "a": ${one} }`) + message(`{ "a": ${other} }`));
    expect(thing?.properties).toEqual({ a: type });
  });

  it("are those of the items of a page of results, or of a single one in a value", () => {
    expect(types(message('{ "value": [ { "a": 1 }, { "b": 2 } ] }')).map(({ properties }) => properties)).toEqual([
      { a: "Edm.Int32?", b: "Edm.Int32?" },
    ]);
    expect(types(message('{ "@odata.context": "x", "value": { "a": 1 } }'))[0]?.properties).toEqual({
      a: "Edm.Int32?",
    });
    expect(types(message('{ "id": "1", "value": { "a": 1 } }'))[0]?.properties).toEqual({
      id: "Edm.String",
      value: "unknown",
    });
  });

  it("derive from the stated type where they name another", () => {
    const derived = '{ "@odata.type": "#n.s.big", "a": 1 }';
    expect(types(message(derived)).map(({ name }) => name)).toEqual(["EntityType n.s.big : n.s ~thing"]);
    const comment = '<!-- { "blockType": "response", "@odata.type": "n.s.big" } -->';
    expect(types(message(derived, undefined, comment)).map(({ name }) => name)).toEqual([
      "EntityType n.s.big : n.s ~thing",
    ]);
    expect(types(message('{ "a": 1 }', undefined, comment))).toEqual([]);
    const same = '<!-- { "blockType": "response", "@odata.type": "a.b.thing" } -->';
    expect(types(message('{ "a": 1 }', undefined, same)).map(({ name }) => name)).toEqual(["EntityType a.b.thing"]);
  });

  it("are not those of the parameters of an operation, but of the objects in them", () => {
    const request = message('{ "part": { "@odata.type": "n.s.part", "a": 1 }, "n": 2 }', "POST /things/1/move");
    expect(types(request, "POST /things/{id}/move", "thing: move")).toEqual([
      { name: "ComplexType n.s.part", properties: { a: "Edm.Int32?" } },
    ]);
  });

  it("are entities in an operation where they have an id", () => {
    const body = '{ "value": [ { "@odata.type": "n.s.part", "id": "1" }, { "@odata.type": "n.s.size", "a": 1 } ] }';
    expect(
      types(message(body, "HTTP/1.1 200 OK"), "POST /things/{id}/move", "thing: move").map(({ name }) => name),
    ).toEqual(["EntityType n.s.part : n.s ~thing", "ComplexType n.s.size : n.s ~thing"]);
  });

  it("are reported where a name is none", () => {
    const { reported } = read(page(`## Example\n${message('{ "@odata.type": "#part", "a b": 1 }')}`));
    expect(reported.map((line) => line.split(" ")[1])).toEqual(["page-name-illegal"]);
  });
});
