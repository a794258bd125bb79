/** What the paths of documented requests address in a CSDL document. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isPart, type Part, type Resource } from "../../src/edm/model.js";
import { modelOf } from "../support/model.js";

const metadata = readFileSync(new URL("../golden/client-everything/input.xml", import.meta.url), "utf8");

function textOf(addressed: Resource | Part | undefined): string {
  if (addressed === undefined) return "nothing";
  if (isPart(addressed)) {
    const name = addressed.kind === "Property" ? ` ${addressed.property.name}` : "";
    return `${addressed.kind}${name} of ${textOf(addressed.of)}`;
  }
  if (addressed.kind !== "Operation") return `${addressed.kind} of ${addressed.type} by ${addressed.through.name}`;
  const { name, parameters } = addressed.operation;
  return `${name}(${parameters.map((parameter) => parameter.name).join()})`;
}

function resolved(request: string): readonly string[] {
  const page = `# Use it\n\nNamespace: yard\n\n## HTTP request\n\`\`\`http\n${request}\n\`\`\`\n`;
  const { model, said } = modelOf({ "yard.xml": metadata, "use.md": page });
  const [found] = model.requests;
  const faults = said
    .filter((line) => line.includes("path-unresolved"))
    .map((line) => line.split(": ").slice(1).join(": "));
  return [textOf(found?.resource ?? found?.part), ...faults];
}

describe("a path addresses", () => {
  it.each<[request: string, ...expected: string[]]>([
    ["GET /Gates", "Collection of yard.Gate by Gates"],
    ["GET /gates", "Collection of yard.Gate by Gates"],
    ["GET /Gates/{id}", "Entity of yard.Gate by Gates"],
    ["GET /Gates({id})", "Entity of yard.Gate by Gates"],
    ["GET /Gates('7')/Locks", "Collection of yard.Lock by Locks"],
    ["GET /Gates/{id}/Locks/{no}", "Entity of yard.Lock by Locks"],
    ["GET /Gates/{id}/Locks(No={no},Kind={kind},At={at})", "Entity of yard.Lock by Locks"],
    ["GET /Gates/$count", "Count of Collection of yard.Gate by Gates"],
    ["GET /Gates/{id}/$count", "nothing", '/Gates/{id}/$count does not resolve: nothing is called "$count" there.'],
    ["GET /Gates/$count/{id}", "nothing", '/Gates/$count/{id} does not resolve: nothing is called "{}" there.'],
    [
      "GET /Gates/{id}/Photo/$value/{id}",
      "nothing",
      '/Gates/{id}/Photo/$value/{id} does not resolve: nothing is called "{}" there.',
    ],
    [
      "GET /Gates/{id}/Near/$ref/{id}",
      "nothing",
      '/Gates/{id}/Near/$ref/{id} does not resolve: nothing is called "{}" there.',
    ],
    ["GET /Gates/{id}/Next/$ref", "References of Entity of yard.Gate by Next"],
    ["GET /Gates/{id}/Photo", "Property Photo of Entity of yard.Gate by Gates"],
    ["GET /Gates/{id}/Photo/$value", "Value of Property Photo of Entity of yard.Gate by Gates"],
    ["GET /Gates/{id}/Shape/Edges", "Property Edges of Property Shape of Entity of yard.Gate by Gates"],
    ["GET /Gates/{id}/yard.IronGate", "Entity of yard.IronGate by Gates"],
    ["GET /Gates/{id}/irongate/Smith", "Entity of yard.Smith by Smith"],
    ["GET /Gates/yard.IronGate/{id}/Smith", "Entity of yard.Smith by Smith"],
    ["GET /Gates/yard.IronGate({id})", "Entity of yard.IronGate by Gates"],
    ["GET /Gates/{id}/Smith", "Entity of yard.Smith by Smith"],
    ["GET /Main", "Entity of yard.IronGate by Main"],
    ["GET /Main/Near/first", "Entity of yard.Thing by Near"],
    ["GET /Main/{id}", "nothing", '/Main/{id} does not resolve: nothing is called "{}" there.'],
    ["POST /Gates/{id}/Open", "yard.Open(gate,width,by)"],
    ["POST /Gates/{id}/yard.open", "yard.Open(gate,width,by)"],
    ["GET /Gates/{id}/Open/Locks", "Collection of yard.Lock by Locks"],
    ["POST /Gates/Close", "yard.Close(gates)"],
    ["GET /Gates/Widest(kind={kind})/Next", "Entity of yard.Gate by Next"],
    ["POST /Gates/{id}/Close", "nothing", '/Gates/{id}/Close does not resolve: nothing is called "Close" there.'],
    [
      "POST /Gates/Clsoe",
      "nothing",
      '/Gates/Clsoe does not resolve: nothing is called "Clsoe" there; did you mean "Close"?',
    ],
    ["GET /Find(id={id})", "yard.Find(id)"],
    ["GET /Find(code={code},big={big})", "yard.Find(code,big)"],
    ["GET /Find(big={big})/{id}", "Item of yard.Find(code,big)"],
    ["POST /Reset", "yard.Reset(hard)"],
    ["GET /Gtes", "nothing", '/Gtes does not resolve: nothing is called "Gtes" there; did you mean "Gates"?'],
    ["GET /{id}/Gates", "nothing", '/{id}/Gates does not resolve: nothing is called "{}" there.'],
    [
      "GET /Gates/{id}/Lokcs",
      "nothing",
      '/Gates/{id}/Lokcs does not resolve: nothing is called "Lokcs" there; did you mean "Locks"?',
    ],
  ])("%s: %s", (request, ...expected) => {
    expect(resolved(request)).toEqual(expected);
  });
});
