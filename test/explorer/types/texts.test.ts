import { describe, expect, it } from "vitest";
import { shortName } from "../../../src/explore/data/picture/short-name.js";
import { accessWords } from "../../../src/explorer/pages/types/access-words.js";
import { selectTexts } from "../../../src/explorer/pages/types/select-texts.js";
import { importText, typeBadges } from "../../../src/explorer/pages/types/type-texts.js";
import { member, structured } from "./small-data.js";

describe("the words of a type page", () => {
  it("a member is present, required, optional or refused", () => {
    const id = member("id", "Edm.String");
    expect(accessWords(id)).toEqual(["optional", "optional", "optional"]);
    expect(accessWords({ ...id, present: true, required: true, update: null })).toEqual([
      "present",
      "required",
      "refused",
    ]);
    expect(accessWords({ ...id, create: null })).toEqual(["optional", "refused", "optional"]);
  });

  it("a type has its kind and what else is stated of it", () => {
    const type = structured("User", []);
    expect(typeBadges({ ...type, open: true, key: ["a", "b"], deprecated: {} })).toEqual([
      "Entity type",
      "open",
      "key a, b",
      "deprecated",
    ]);
    expect(typeBadges({ kind: "TypeDefinition", name: "ns.D", read: "D", underlying: "Edm.String" })).toEqual([
      "Type definition",
      "of Edm.String",
    ]);
  });

  it("its TypeScript is imported by name, from a namespace as a whole", () => {
    expect(importText(structured("User", []))).toBe(
      'import { type User, type UserCreate, type UserUpdate, UserSchema } from "./generated/index.js";',
    );
    const inNamespace = {
      read: "calls.User",
      create: "calls.UserCreate",
      update: "calls.UserUpdate",
      schema: "calls.s",
    };
    expect(importText({ ...structured("User", []), ...inNamespace })).toBe(
      'import { calls } from "./generated/index.js";',
    );
  });

  it("ticked properties are an option of a URL and of the client", () => {
    expect(selectTexts(["id", "name"])).toEqual(["$select=id,name", 'select: ["id", "name"]']);
    expect(selectTexts([])).toEqual([]);
  });

  it("names of the flat namespace are short, those of others and of longer ones are not", () => {
    const namespaces = [{ name: "ns" }, { name: "ns.calls", exportedAs: "calls" }];
    const short = ["ns.user", "ns.calls.call", "other.user"].map((name) => shortName(name, { namespaces }));
    expect(short).toEqual(["user", "ns.calls.call", "other.user"]);
  });
});
