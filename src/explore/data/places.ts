/** Positions of declarations, as the data has them. */
import { type At, type Sources, sourceIndexOf } from "../../diagnostics/position.js";
import type { Document } from "../../edm/document.js";
import { compareText } from "../../edm/model.js";
import { publicLinkOf } from "../../pages/public-link.js";
import { safeLink } from "../../vocabularies/links.js";
import type { SourceData } from "./format.js";

export type PlaceData = readonly [source: number, line: number];

/** The inputs in the order of their names, which no order of reading changes. */
export class Places {
  readonly sources: readonly SourceData[];
  readonly #texts: Sources;
  readonly #indexes: ReadonlyMap<number, number>;

  constructor(documents: readonly Document[], texts: Sources) {
    const sorted = documents.toSorted((a, b) => compareText(a.source.name, b.source.name));
    this.#texts = texts;
    this.#indexes = new Map(sorted.map(({ source }, index) => [source.index, index]));
    this.sources = sorted.map(sourceData);
  }

  /** Undefined where no input is at the position. */
  of(at: At): PlaceData | undefined {
    const index = this.#indexes.get(sourceIndexOf(at));
    return index === undefined ? undefined : [index, this.#texts.lineOf(at)];
  }
}

function sourceData({ kind, source: { name } }: Document): SourceData {
  const link = kind === "page" ? publicLinkOf(name) : safeLink(name);
  return { name, ...(link !== undefined && { link }) };
}
