/** The mapping of OData 2.0 and 3.0 against that of the converter of OASIS, where that reads a document. */
import { createRequire } from "node:module";
import { beforeAll, expect, it } from "vitest";
import { writeCsdlJson } from "../../../src/csdl/write-json.js";
import { isBefore4 } from "../../../src/edm/document.js";
import { merge } from "../../../src/merge/merge.js";
import { describeWithCorpus } from "../../support/corpus.js";
import { type Difference, differences } from "../json-twins.js";
import { readXmlText } from "../reading.js";
import { oldFiles } from "./old-files.js";

const { xml2json } = createRequire(import.meta.url)("odata-csdl") as {
  readonly xml2json: (xml: string, options: object) => object;
};

/** A difference with what stands around it. */
interface Place extends Difference {
  readonly file: string;
}

interface Kind {
  readonly reason: string;
  readonly is: (place: Place) => boolean;
  readonly count: number;
}

const isAbsent = (value: unknown) => value === undefined;
const nameOf = ({ path }: Place) => path.slice(path.lastIndexOf("/") + 1);

/** Each kind of difference in the elements, with its reason and how often it is found. */
const kinds: readonly Kind[] = [
  {
    reason:
      "Parameters and results may be null unless they say otherwise, as in CSDL 4.01 §12.8 and §12.9; theirs never may.",
    is: (place) => /\/\$(?:Parameter\/\d+|ReturnType)\/\$Nullable$/.test(place.path) && place.ours === true,
    count: 2395,
  },
  {
    reason: "OData 2.0 has no default of Precision; theirs is the 0 of CSDL 4.01.",
    is: (place) => nameOf(place) === "$Precision" && isAbsent(place.ours) && place.theirs === 0,
    count: 128,
  },
  {
    reason: "OData 2.0 has no default of Scale; theirs is the 0 of CSDL 4.01.",
    is: (place) => nameOf(place) === "$Scale" && isAbsent(place.ours) && place.theirs === 0,
    count: 49,
  },
  {
    reason: 'MaxLength="Max" is no limit; theirs is a number that is none.',
    is: (place) => nameOf(place) === "$MaxLength" && isAbsent(place.ours) && place.theirs === null,
    count: 58,
  },
  {
    reason: 'SRID="Variable" is the value "variable" of CSDL 4.01.',
    is: (place) => nameOf(place) === "$SRID" && place.ours === "variable",
    count: 4,
  },
  {
    reason: "A name without a namespace gets that of the schema that declares it.",
    is: (place) => nameOf(place) === "$Type" && `${String(place.ours)}`.endsWith(`.${String(place.theirs)}`),
    count: 7,
  },
  {
    reason: "A schema without a namespace gets one; theirs has an empty one.",
    is: ({ path, ours, theirs }) => path === "/Default" || path === "/" || ours === `Default${String(theirs)}`,
    count: 5,
  },
  {
    reason: "The version is 2.0 or 3.0; theirs is m:DataServiceVersion, whatever that says.",
    is: (place) => place.path === "/$Version",
    count: 5,
  },
  {
    reason: "An operation with the name of a type has another one; theirs loses the type.",
    is: ({ path, ours, theirs }) => {
      if (/\/\$(?:Action|Function)$/.test(path)) return ours === `${String(theirs)}_`;
      const isElement = path.split("/").length === 3;
      return isElement && (isAbsent(theirs) ? path.endsWith("_") : !Array.isArray(ours) && Array.isArray(theirs));
    },
    count: 6,
  },
  {
    reason: "A function import for each overload gives an operation with overloads; theirs keeps the last one.",
    is: ({ path, ours, theirs }) =>
      path.split("/").length === 3 && Array.isArray(ours) && Array.isArray(theirs) && ours.length > theirs.length,
    count: 1,
  },
  {
    reason: "Bindings and partners hold for base types and derived types, too; theirs compares the names of types.",
    is: ({ path, theirs }) => /\/\$(?:NavigationPropertyBinding(?:\/[^/]+)?|Partner)$/.test(path) && isAbsent(theirs),
    count: 8,
  },
  {
    reason: "Of several targets of a navigation property the first one stands; theirs is the last one.",
    is: ({ path, ours, theirs }) =>
      /\/\$NavigationPropertyBinding\/[^/]+$/.test(path) && ours !== undefined && theirs !== undefined,
    count: 1,
  },
  {
    reason: "Theirs refers to the vocabularies of the terms that it makes of attributes of SAP.",
    is: ({ path, ours }) => path.startsWith("/$Reference") && isAbsent(ours),
    count: 173,
  },
  {
    reason:
      "Several references with one URI are one in CSDL JSON, with all that they include; theirs keeps the last one.",
    is: ({ path }) => /^\/\$Reference\/.*\/\$Include$/.test(path),
    count: 8,
  },
];

/** The same for the annotations of OData 4 in these documents. */
const kindsOfAnnotations: readonly Kind[] = [
  {
    reason: "The type of a record is @type in CSDL JSON 4.01.",
    is: ({ path }) => /\/@(?:odata\.)?type$/.test(path),
    count: 7851,
  },
  {
    reason: "A blank after the name of a term is not part of it.",
    is: ({ path }) => path.endsWith(" "),
    count: 8,
  },
  {
    reason: "A term without a namespace is omitted, with a warning.",
    is: ({ path }) => /\/@Criticality(?:Representation)?$/.test(path),
    count: 2,
  },
];

/** The kinds that count, with a place that none of them explains. */
function explained(places: readonly Place[], known: readonly Kind[]) {
  const counts = new Map(known.map((kind) => [kind.reason, 0]));
  const others: string[] = [];
  for (const place of places) {
    const kind = known.find(({ is }) => is(place));
    if (kind === undefined)
      others.push(`${place.file}${place.path}: ${JSON.stringify(place.ours)} | ${JSON.stringify(place.theirs)}`);
    else counts.set(kind.reason, (counts.get(kind.reason) ?? 0) + 1);
  }
  return { counts: [...counts], others };
}

describeWithCorpus("the converter of OASIS", () => {
  const places: Place[] = [];
  const unread: string[] = [];
  let compared = 0;
  beforeAll(() => {
    for (const { path: file, text } of oldFiles()) {
      const { document, report } = readXmlText(text, file);
      if (document === undefined || !isBefore4(document.version)) continue;
      merge([document], report);
      // What breaks a rule is read in no way in particular.
      if (report.failed) continue;
      const theirs = converted(text);
      if (theirs === undefined) {
        unread.push(file);
        continue;
      }
      compared += 1;
      for (const difference of differences(writeCsdlJson(document), theirs)) places.push({ ...difference, file });
    }
  }, 120_000);

  it("reads all documents but a designer's file and one without a namespace", () => {
    expect({ compared, unread }).toEqual({
      compared: 205,
      unread: [expect.stringMatching(/\/Northwind\.edmx$/), expect.stringMatching(/\/NoNamespace\.edmx$/)],
    });
  });

  it("gives the same elements, but for differences with a reason", () => {
    const found = explained(
      places.filter(({ path }) => !/\/@|\/\$Annotations/.test(path)),
      kinds,
    );
    expect(found).toEqual({ counts: kinds.map(({ reason, count }) => [reason, count]), others: [] });
  });

  it("gives the same annotations of OData 4", () => {
    // What attributes of SAP are read as is more here, and is compared elsewhere.
    const written = places.filter(({ path, theirs }) => path.includes("/$Annotations/") && theirs !== undefined);
    const found = explained(written, kindsOfAnnotations);
    expect(found).toEqual({ counts: kindsOfAnnotations.map(({ reason, count }) => [reason, count]), others: [] });
  });
});

/** CSDL JSON, or undefined where the converter fails. */
function converted(text: string): string | undefined {
  try {
    return JSON.stringify(xml2json(text, { messages: [] }));
  } catch {
    return undefined;
  }
}
