/** A rule that is new for a service renames what is emitted; one that the lock file holds does not. */
import { describe, expect, it } from "vitest";
import { diff, type DiffRequest } from "../../src/diff.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const text = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="a" xmlns="http://docs.oasis-open.org/odata/ns/edm"><ComplexType Name="user"/></Schema>
</edmx:DataServices></edmx:Edmx>`;

async function changes(options: Partial<DiffRequest>) {
  const io = nodeIo(temporaryFolder({ "a.xml": text }));
  const { changes: found } = await diff({ old: ["a.xml"], new: ["a.xml"], ...options }, io);
  return found.changes.map(({ code, before, after }) => ({ code, before, after }));
}

describe("a rule of names", () => {
  const names = { "a.user": "Person" };

  it("that changes the locked name breaks source code", async () => {
    expect(await changes({ names, lockedNames: { modules: {}, names: { "a.user": "User" } } })).toEqual([
      {
        code: "export-renamed",
        before: "User, UserCreate, UserUpdate, userSchema",
        after: "Person, PersonCreate, PersonUpdate, personSchema",
      },
    ]);
  });

  it("that the lock file holds changes nothing, nor does one without a lock file", async () => {
    expect(await changes({ names, lockedNames: { modules: {}, names: { "a.user": "Person" } } })).toEqual([]);
    expect(await changes({ names })).toEqual([]);
  });
});
