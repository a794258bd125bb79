import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { it } from "vitest";
import { writeCsdlJson } from "../../src/csdl/write-json.js";
import { corpus } from "../support/corpus.js";
import { readXmlText } from "./reading.js";

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
function parseExact(text: string): any {
  return JSON.parse(text.replace(/^\ufeff/, "").replace(TOKEN, (t) => (t.startsWith('"') ? t : `{"#":"${t}"}`)));
}
function aliasesOf(doc: any): Map<string, string> {
  const m = new Map<string, string>();
  for (const r of Object.values<any>(doc.$Reference ?? {})) for (const i of r.$Include ?? []) if (i.$Alias) m.set(i.$Alias, i.$Namespace);
  for (const [ns, s] of Object.entries<any>(doc)) if (s && s.$Alias) m.set(s.$Alias, ns);
  return m;
}
function norm(v: any, al: Map<string, string>): any {
  const re = al.size === 0 ? undefined : new RegExp(`(^|[/@#(,\\s])(${[...al.keys()].map((a) => a.replace(/[.$]/g, "\\$&")).join("|")})\\.(?=[\\p{L}_])`, "gu");
  const str = (s: string) => {
    let t = s.replace(/^(https:\/\/(?:oasis-tcs|sap)\.github\.io\/odata-vocabularies\/vocabularies\/[\w.]+)\.(?:xml|json)$/, "$1");
    return re ? t.replace(re, (_, p, a) => `${p}${al.get(a)}.`) : t;
  };
  const go = (x: any): any => {
    if (typeof x === "string") return str(x);
    if (Array.isArray(x)) return x.map(go);
    if (x && typeof x === "object") {
      const e = Object.entries(x).map(([k, y]) => [k === "#" ? k : str(k), k === "#" ? y : go(y)] as const).filter(([k]) => k !== "@Org.OData.Core.V1.Links");
      return Object.fromEntries(e.sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    return x;
  };
  return go(v);
}
function diff(a: any, b: any, p: string, out: string[]) {
  if (JSON.stringify(a) === JSON.stringify(b)) return;
  const isO = (x: any) => x && typeof x === "object" && !Array.isArray(x) && !("#" in x);
  if (isO(a) && isO(b)) { for (const k of new Set([...Object.keys(a), ...Object.keys(b)])) diff(a[k], b[k], `${p} > ${k}`, out); return; }
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) { a.forEach((x, i) => diff(x, b[i], `${p}[${i}]`, out)); return; }
  out.push(`${p}\n      ours   ${JSON.stringify(a)?.slice(0, 300)}\n      theirs ${JSON.stringify(b)?.slice(0, 300)}`);
}
it("z", () => {
  const root = path.join(corpus, "csdl");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".json")).sort();
  let log = ""; let same = 0;
  for (const file of files) {
    const twin = file.startsWith("csdl-json-generated/") ? file.slice("csdl-json-generated/".length, -5) : file.replace(/\.json$/, ".xml");
    const { document } = readXmlText(readFileSync(path.join(root, twin), "utf8"));
    const ours = parseExact(writeCsdlJson(document!)); const theirs = parseExact(readFileSync(path.join(root, file), "utf8"));
    const al = new Map([...aliasesOf(theirs), ...aliasesOf(ours)]);
    delete ours.$Version; delete theirs.$Version;
    const out: string[] = [];
    diff(norm(ours, al), norm(theirs, al), "", out);
    if (out.length === 0) same++;
    else log += `## ${file} ${out.length}\n${out.map((o) => `  ${o}`).join("\n")}\n`;
  }
  writeFileSync("/tmp/pairs.log", `${same}/${files.length} same\n${log}`);
});
