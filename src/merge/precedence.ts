import { comparePositions, sourceIndexOf } from "../diagnostics/position.js";
import { rankOf } from "../edm/authority.js";
import type { Document, PageDocument } from "../edm/document.js";
import type { Declared } from "../edm/elements.js";
import { compareText } from "../edm/model.js";

/** Compares two declarations of one element; the one that takes precedence comes first. */
export type Precedence = (a: Declared, b: Declared) => number;

/** Declarations of the higher authority come first; within one authority, those of the newer document. */
export function precedenceOf(documents: readonly Document[]): Precedence {
  const bySource = new Map(documents.map((document) => [document.source.index, document]));
  return (a, b) => {
    if (a.by !== b.by) return rankOf(a.by) - rankOf(b.by);
    const source = sourceIndexOf(a.at);
    const otherSource = sourceIndexOf(b.at);
    const one = bySource.get(source);
    const other = bySource.get(otherSource);
    if (source === otherSource || one === undefined || other === undefined) return comparePositions(a.at, b.at);
    return compareDocuments(one, other);
  };
}

/** The text decides between pages of the same age, then the name: the order of the inputs does not change the model. */
function compareDocuments(a: Document, b: Document): number {
  const byAge = a.kind === "page" && b.kind === "page" ? newerFirst(a, b) : 0;
  return byAge || compareText(a.source.text, b.source.text) || compareText(a.source.name, b.source.name);
}

function newerFirst({ age: a }: PageDocument, { age: b }: PageDocument): number {
  if (a.date !== undefined && b.date !== undefined) return compareText(b.date, a.date);
  return b.generation - a.generation || Number(b.date !== undefined) - Number(a.date !== undefined);
}
