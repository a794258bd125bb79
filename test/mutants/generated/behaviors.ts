/** What validators do whatever they check: how many issues they give, and what they do with values that are no JSON. */
import type { Issue } from "../../validators/support/generated.js";
import type { Exports } from "../../validators/support/modules.js";
import { named, type Trial } from "./battery.js";

function issuesOf(root: Exports, value: unknown, maxIssues?: number): readonly Issue[] {
  const { issues = [] } = named("leafSchema").made(root).validate(value, maxIssues === undefined ? {} : { maxIssues });
  return issues;
}

const thrower = (): never => {
  throw new Error("do not read this");
};

function nested(depth: number): unknown {
  let value: unknown = null;
  for (let level = 0; level < depth; level++) value = { "@odata.type": "#r.Tower", name: "x", inner: value };
  return value;
}

function cyclic(): object {
  const place: Record<string, unknown> = { "@odata.type": "#r.Tower", name: "x" };
  return Object.assign(place, { inner: place });
}

const leaf = (members: object): unknown => ({
  ...{ id: 1, needed: 1, given: "x", stamp: "2012-12-03T07:16:23Z", made: "x", address: { street: "x" }, mark: "a" },
  ...{ shownLevels: [], shownPlaces: [], always: [], nulls: [], unsaid: [], anything: [], levels: [], marks: [], addresses: [], places: [] },
  ...members,
});

const codes = (issues: readonly Issue[]) => issues.map(({ code }) => code).join();
const paths = (issues: readonly Issue[]) => JSON.stringify(issues.map(({ path }) => path));

const rules: readonly Trial["holds"][] = [
  (root) => issuesOf(root, leaf({})).length === 0,
  (root) => codes(issuesOf(root, leaf({ always: Array(300).fill(5) }), 3)) === "type,type,type,more",
  (root) => codes(issuesOf(root, leaf({ always: [1, 2, 3] }), 3)) === "type,type,type",
  (root) => codes(issuesOf(root, leaf({ always: [1, 2] }), 0)) === "type,more",
  (root) => issuesOf(root, leaf({ always: Array(300).fill(5) })).length === 101,
  (root) => issuesOf(root, leaf({ always: Array(100).fill(5) })).length === 100,
  (root) => paths(issuesOf(root, leaf({ always: Array(101).fill(5) })).slice(-1)) === "[[]]",
  (root) => codes(issuesOf(root, leaf({ place: nested(512) }))) === "",
  (root) => codes(issuesOf(root, leaf({ place: nested(513) }))).endsWith("depth"),
  (root) => codes(issuesOf(root, leaf({ place: cyclic() }))).endsWith("depth"),
  (root) => codes(issuesOf(root, Object.defineProperty({}, "id", { get: thrower }))).includes("unreadable"),
  (root) => paths(issuesOf(root, leaf({ address: Object.defineProperty({}, "street", { get: thrower }) }))) === '[["address"]]',
  (root) => !named("leafSchema").made(root).is(Object.defineProperty({}, "id", { get: thrower })),
  (root) => issuesOf(root, leaf({ always: ["x", 7777777] })).every(({ received }) => received === "7777777"),
  (root) => issuesOf(root, leaf({ needed: "a secret that is long" })).every(({ received }) => received.length < 16),
  (root) => issuesOf(root, leaf({ needed: "0123456789".repeat(9) })).every(({ received }) => received.length < 26),
  (root) => errorOk(root, { code: "x", message: "y", target: null, details: [{ code: "x", message: "y" }] }),
  (root) => !errorOk(root, { code: "x", message: "y", details: [{ code: 5, message: "y" }] }),
  (root) => !errorOk(root, { code: "x", message: "y", details: 5 }),
  (root) => !errorOk(root, { code: 5, message: "y" }),
  (root) => !errorOk(root, { code: "x" }),
  (root) => !errorOk(root, { code: "x", message: "y", target: 5 }),
  (root) => !errorOk(root, undefined),
  (root) => changesOk(root, { "@odata.context": "$metadata#x/$deletedEntity", id: "1", reason: "deleted" }),
  (root) => !changesOk(root, { "@odata.context": "$metadata#x/$entity", id: "1", reason: "deleted" }),
  (root) => !changesOk(root, { "@odata.context": "$metadata#x/$deletedEntity", id: 1 }),
  (root) => !changesOk(root, { "@odata.context": "$metadata#x/$deletedEntity", id: "1", reason: 5 }),
  (root) => changesPaths(root, { "@removed": {}, "@odata.id": 5 }) === '[["value",0,"@odata.id"]]',
  (root) => changesPaths(root, { "@removed": { reason: 5 } }) === '[["value",0,"@removed","reason"]]',
  (root) => !changesOk(root, { id: "x" }) && pageOk(root, { "@odata.count": "12" }) && !pageOk(root, { "@odata.count": "1x" }),
  (root) => pageOk(root, { "@odata.nextLink": undefined }) && !pageOk(root, { "@odata.nextLink": 5 }),
  (root) => codes(issuesOf(root, leaf({ always: throwing() }))) === "unreadable",
  (root) => paths(issuesOf(root, leaf({ addresses: throwing() }))) === '[["addresses"]]',
  (root) => codes(issuesOf(root, leaf({ place: { "@odata.type": "https://x#y/$metadata#r.Tower", name: "x" } }))) === "",
  (root) => JSON.stringify(named("leafSchema").made(root)).includes('"version":1,"vendor":"odata-codegen"'),
  (root) => changesOk(root, { "@context": "$metadata#x/$deletedEntity", id: "1" }),
  (root) => paths(issuesOf(root, leaf({ address: { street: 5 }, addresses: [{ street: 5 }] }))) === nestedPaths,
  (root) => parsed(root, leaf({})) === "fine",
  (root) => parsed(root, leaf({ address: 5, id: "x", needed: "x", mark: 5 })) === "ValidationError of 4",
];

const nestedPaths = '[["addresses",0,"street"],["address","street"]]';

function errorOk(root: Exports, error: unknown): boolean {
  return named("odataErrorSchema").made(root).is({ error });
}

function changesOk(root: Exports, item: object): boolean {
  const deltaOf = root["deltaOf"] as (shape: unknown) => ReturnType<ReturnType<typeof named>["made"]>; // as declared
  return deltaOf(named("leafSchema").made(root)).is({ value: [item] });
}

function changesPaths(root: Exports, item: object): string {
  const deltaOf = root["deltaOf"] as (shape: unknown) => ReturnType<ReturnType<typeof named>["made"]>; // as declared
  return paths(deltaOf(named("leafSchema").made(root)).validate({ value: [item] }).issues ?? []);
}

function pageOk(root: Exports, control: object): boolean {
  const collectionOf = root["collectionOf"] as (shape: unknown) => ReturnType<ReturnType<typeof named>["made"]>; // as declared
  return collectionOf(named("leafSchema").made(root)).is({ value: [], ...control });
}

/** A collection with an item that cannot be read. */
function throwing(): readonly unknown[] {
  return Object.defineProperty([], 0, { get: thrower, enumerable: true }) as unknown[];
}

function parsed(root: Exports, value: unknown): string {
  try {
    return named("leafSchema").made(root).parse(value) === value ? "fine" : "another";
  } catch (error) {
    const issues: unknown = error instanceof Error && "issues" in error ? error.issues : undefined;
    return error instanceof Error ? `${error.name} of ${Array.isArray(issues) ? issues.length : 0}` : "no error";
  }
}

export const behaviors: readonly Trial[] = rules.map((holds) => ({ about: String(holds), holds }));
