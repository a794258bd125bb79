import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import type { StructuredType } from "../../src/edm/elements.js";
import type { Model } from "../../src/edm/model.js";
import type { QualifiedName } from "../../src/edm/names.js";
import { select } from "../../src/select/select.js";
import { operationsIn, shop, typesIn } from "./shop.js";

const model = shop();

function selected(include: readonly string[], exclude: readonly string[] = []) {
  const report = new Report();
  const selection = select(model, { include, exclude }, report);
  const said = report.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, new Sources(), { color: false }));
  return { selection, said };
}

function members(name: string, part: Model): readonly string[] {
  const type = part.type(name as QualifiedName) as StructuredType;
  return [...type.properties, ...type.navigationProperties].map((member) => member.name);
}

function sent(kind: "Entity" | "Collection", name: string, { selection }: ReturnType<typeof selected>) {
  const verbs = selection.verbs(kind, name as QualifiedName);
  return verbs === "all" || verbs === undefined ? verbs : [...verbs.methods, ...(verbs.keyed ? ["byId"] : [])];
}

describe("without patterns", () => {
  it("the selection is the model itself", () => {
    const { selection } = selected([]);
    expect(selection.types).toBe(model);
    expect(selection.paths).toBe(model);
  });
});

describe("a path", () => {
  it("brings what it addresses with base types and types of properties, and nothing that is only related or derived", () => {
    const { selection, said } = selected(["/Products"]);
    expect(said).toEqual([]);
    expect(typesIn(selection)).toEqual(["shop.Code", "shop.Product", "shop.Size", "shop.Thing"]);
    expect(members("shop.Product", selection.types)).toEqual(["Size"]);
    expect(sent("Collection", "shop.Product", { selection, said })).toEqual(["GET", "POST"]);
    expect(sent("Entity", "shop.Product", { selection, said })).toBeUndefined();
    expect(selection.paths.container?.children.map(({ name }) => name)).toEqual(["Products"]);
  });

  it("with ** goes on by keys, contained entities and operations, and ends at related ones", () => {
    const { selection } = selected(["/Products/**"]);
    expect(typesIn(selection)).toEqual([
      "shop.Code",
      "shop.Maker",
      "shop.Note",
      "shop.Offer",
      "shop.Part",
      "shop.Product",
      "shop.Size",
      "shop.Thing",
      "shop.stock.Colour",
      "shop.stock.Shelf",
    ]);
    expect(operationsIn(selection)).toEqual(["shop.Discount", "shop.Best"]);
    // The maker is related, so what lies below a maker belongs to other paths.
    expect(members("shop.Maker", selection.paths)).toEqual(["Name"]);
    // Still, what two selected types have to do with each other is said of them.
    expect(members("shop.Maker", selection.types)).toEqual(["Name", "Products", "Notes"]);
  });

  it("passes types on its way without bringing their data", () => {
    const result = selected(["/Products/{id}/Parts/{id}"]);
    expect(typesIn(result.selection)).toEqual(["shop.Code", "shop.Part", "shop.Thing", "shop.stock.Colour"]);
    expect(members("shop.Product", result.selection.paths)).toEqual(["Parts"]);
    expect(sent("Entity", "shop.Product", result)).toEqual([]);
    expect(sent("Collection", "shop.Product", result)).toEqual(["byId"]);
    expect(sent("Entity", "shop.Part", result)).toEqual(["GET", "PATCH", "PUT", "DELETE"]);
  });

  it("takes stars for keys and parts of names, and parameters for what they are", () => {
    expect(typesIn(selected(["/Prod*/*/Par*"]).selection)).toContain("shop.Part");
    expect(operationsIn(selected(["/Products/Best()"]).selection)).toEqual(["shop.Best"]);
    expect(operationsIn(selected(["/Products/shop.Best(a='{b}')"]).selection)).toEqual(["shop.Best"]);
    expect(operationsIn(selected(["/Ping"]).selection)).toEqual(["shop.Ping"]);
  });

  it("goes on as a derived type only where it says so", () => {
    expect(typesIn(selected(["/Makers/**"]).selection)).not.toContain("shop.Factory");
    const { selection } = selected(["/Makers/shop.Fac*/{id}"]);
    expect(typesIn(selection)).toEqual(["shop.Code", "shop.Factory", "shop.Maker", "shop.Thing"]);
    expect(selection.paths.derived("shop.Maker" as QualifiedName).map(({ name }) => name)).toEqual(["shop.Factory"]);
  });
});

describe("a method", () => {
  it("selects the paths that have it, and there nothing else", () => {
    const result = selected(["#POST"]);
    expect(sent("Collection", "shop.Product", result)).toEqual(["POST", "byId"]);
    expect(sent("Entity", "shop.Product", result)).toEqual([]);
    expect(operationsIn(result.selection)).toEqual(["shop.Discount"]);
  });

  it("narrows a path", () => {
    const result = selected(["/Makers/**#GET"]);
    expect(sent("Collection", "shop.Maker", result)).toEqual(["GET", "byId"]);
    expect(sent("Entity", "shop.Maker", result)).toEqual(["GET"]);
  });
});

describe("a name", () => {
  it("selects types and operations, without a path", () => {
    const { selection } = selected(["shop.Box", "shop.Disc*"]);
    expect(typesIn(selection)).toEqual(["shop.Box", "shop.Offer", "shop.Size", "shop.stock.Colour"]);
    expect(operationsIn(selection)).toEqual(["shop.Discount"]);
    expect(selection.paths.container?.children).toEqual([]);
  });

  it("with + brings the types derived from it", () => {
    expect(typesIn(selected(["shop.Maker+"]).selection)).toContain("shop.Factory");
  });

  it("does not stand for other namespaces unless it says so", () => {
    expect(typesIn(selected(["shop.S*"]).selection)).not.toContain("shop.stock.Shelf");
    expect(typesIn(selected(["shop.**.S*"]).selection)).toContain("shop.stock.Shelf");
  });
});

describe("what is excluded", () => {
  it("is cut out even where it is reached", () => {
    const { selection } = selected(["/Products/**"], ["shop.Size", "/Products/{id}/Parts/**", "#DELETE"]);
    expect(typesIn(selection)).not.toContain("shop.Size");
    expect(typesIn(selection)).not.toContain("shop.Part");
    expect(members("shop.Product", selection.types)).toEqual(["Size", "Maker", "Shelf"]);
    expect(selection.types.type("shop.Size" as QualifiedName)).toBeUndefined();
    expect(sent("Entity", "shop.Product", { selection, said: [] })).toEqual(["GET", "PATCH", "PUT"]);
  });

  it("takes its base type from a type, which is open then", () => {
    const { selection } = selected(["shop.Box"], ["shop.Size"]);
    expect(selection.types.type("shop.Box" as QualifiedName)).toMatchObject({ open: true });
    expect(selection.types.type("shop.Box" as QualifiedName)).not.toHaveProperty("base");
  });

  it("takes along what no other path leads to, and leaves the rest as it is", () => {
    const result = selected([], ["/Products/**", "/Main/**"]);
    expect(typesIn(result.selection)).toEqual([
      "shop.Box",
      "shop.Code",
      "shop.Factory",
      "shop.Maker",
      "shop.Note",
      "shop.Product",
      "shop.Size",
      "shop.Thing",
      "shop.stock.Colour",
    ]);
    expect(result.selection.paths.container?.children.map(({ name }) => name)).toEqual(["Makers", "Ping"]);
    expect(operationsIn(result.selection)).toEqual(["shop.Ping"]);
    expect(sent("Entity", "shop.Factory", result)).toEqual(["GET", "PATCH", "PUT", "DELETE"]);
  });
});

describe("a narrowed model", () => {
  it("knows that a value may be of a type that is not selected", () => {
    const { selection } = selected(["shop.Maker"]);
    expect(selection.types.derived("shop.Maker" as QualifiedName)).toEqual([]);
    expect(selection.types.hasDescendants("shop.Maker" as QualifiedName)).toBe(true);
  });
});

describe("a pattern", () => {
  it("that fits nothing is a warning, with what was probably meant", () => {
    const patterns = ["/Prodcts/**", "/Products/{id}/Prats", "product", "Makers", "/Main/{id}", "shop.Nothing.*"];
    expect(selected(["/Makers", ...patterns]).said).toEqual([
      '--include /Prodcts/** - warning pattern-unmatched: Nothing matches "/Prodcts/**"; did you mean /Products/**?',
      '--include /Products/{id}/Prats - warning pattern-unmatched: Nothing matches "/Products/{id}/Prats"; did you mean /Products/{id}/Parts?',
      '--include product - warning pattern-unmatched: Nothing matches "product"; did you mean shop.Product?',
      '--include Makers - warning pattern-unmatched: Nothing matches "Makers"; did you mean /Makers?',
      '--include /Main/{id} - warning pattern-unmatched: Nothing matches "/Main/{id}"; check its segments, or remove it.',
      '--include shop.Nothing.* - warning pattern-unmatched: Nothing matches "shop.Nothing.*"; check its segments, or remove it.',
    ]);
    expect(selected(["/Makers"], ["shop.Part", "/Products/**"]).said).toEqual([
      '--exclude /Products/** - warning pattern-unmatched: Nothing matches "/Products/**"; check its segments, or remove it.',
    ]);
  });

  it("is an error if no other one selects anything", () => {
    expect(selected(["/Prodcts/**", "product", "/Main/{id}"]).said).toEqual([
      "--include /Prodcts/** - error selection-empty: Nothing matches any of the 3 patterns of --include, so nothing is selected; did you mean /Products/** or shop.Product?",
    ]);
    expect(selected(["/Main/{id}"]).said).toEqual([
      '--include /Main/{id} - error selection-empty: Nothing matches "/Main/{id}", so nothing is selected; check the segments of paths, and the names.',
    ]);
    expect(selected(["shop.Maker"], ["shop.Maker"]).said).toEqual([
      "--include shop.Maker - error selection-empty: Nothing is left of the service: --exclude removes all that --include matches; remove some of its patterns.",
    ]);
    expect(selected([], ["/**", "shop.**"]).said).toEqual([
      "--exclude /** - error selection-empty: Nothing is left of the service: --exclude removes everything; remove some of its patterns.",
    ]);
  });

  it("that is none is an error", () => {
    expect(selected(["/Products#FETCH", "shop.Product#GET", "/a**b", "#GET#POST", "shop.**x"]).said).toEqual([
      '--include /Products#FETCH - error pattern-malformed: "/Products#FETCH" is not a pattern (FETCH is not one of GET, POST, PATCH, PUT, DELETE); write a path (/users/**), a name (ns.type) or a method (#POST).',
      expect.stringContaining("(only paths can have a method)"),
      expect.stringContaining("(** matches whole segments and must be alone between slashes)"),
      expect.stringContaining("(it has more than one #)"),
      expect.stringContaining("(** matches whole parts of a name and must be alone between dots)"),
    ]);
  });
});
