import { expect, it } from "vitest";
import { describeWithCorpus } from "../corpus.js";
import { OdataUrls } from "./odata-url.js";

const root = "https://service.example/v1.0";

describeWithCorpus("the grammar of URLs below a service root", () => {
  const urls = new OdataUrls({
    entitySetName: ["users", "drives"],
    singletonEntity: ["me"],
    entityNavigationProperty: ["manager", "root"],
    entityColNavigationProperty: ["messages"],
    primitiveKeyProperty: ["id"],
    primitiveNonKeyProperty: ["mail"],
    streamProperty: ["content"],
    entityColFunction: ["delta"],
    primitiveFunction: ["score"],
    parameterName: ["of"],
    entityTypeName: ["user"],
    namespacePart: ["microsoft", "graph"],
  });

  it.each([
    ["", "the service root"],
    ["/users?$select=id,mail&$filter=startswith(mail,%27a%27)&$top=5", "query options"],
    ["/users/a%2Fb'c/messages/1", "keys as segments"],
    ["/users('a''b')/manager", "a key in parentheses"],
    ["/users/delta()?$deltatoken=x", "a function behind a collection is no key"],
    ["/users/1/score(of=@a)?@a=%5B%22b%22%5D", "parameter aliases"],
    ["/me/manager/microsoft.graph.user/messages/$count", "casts and $count"],
    ["/users?$expand=manager($select=id;$expand=messages($top=1))", "nested expand"],
    ["/drives/1/root:/Documents/a%20b.txt:/content", "a path by name, which is Graph's own"],
    ["/users?startDateTime=2020-01-01T00:00:00%2B01:00", "options of the service"],
  ])("has %s (%s)", (path) => {
    expect(urls.fault(root + path, root)).toBeUndefined();
  });

  it.each([
    ["/user", "a set that is not declared", "user⟂"],
    ["/users//manager", "an empty key", "users/⟂/manager"],
    ["/users/1/2", "two keys", "users/1/⟂2"],
    ["/users/1/boss", "a segment that is not declared", "users/1/boss⟂"],
    [
      "/users?$filter=mail%20eq%20%27a^b%27",
      "a character that has to be encoded",
      "users?$filter=mail%20eq%20%27a⟂^b%27",
    ],
    ["/users?$filter=mail%20eq%20'a", "a string without end", "users?$filter=mail%20eq%20'a⟂"],
    ["/users?$filter=mail%20eq%20%27a%27)", "a parenthesis too many", "users?$filter=mail%20eq%20%27a%27⟂)"],
    ["/users?$top=-1", "a number that is negative", "users?$top=⟂-1"],
    ["/users?$levels=2", "an option in the wrong place", "users?⟂$levels=2"],
    ["/users/1/score(of='a)", "a literal without end", "users/1/score(of='a)⟂"],
  ])("does not have %s (%s)", (path, _, fault) => {
    expect(urls.fault(root + path, root)).toBe(fault);
  });
});
