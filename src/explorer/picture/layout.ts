/** A picture with its parts placed, in its own units from the top left. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly labels: readonly Label[];
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Box extends Area {
  /** Whole, in the box; a second line for what refers to itself. */
  readonly lines: readonly string[];
  /** The type that it stands for. */
  readonly type?: string;
  /** The list that has what found no room. */
  readonly list?: Side;
}

export type Side = "uses" | "usedBy" | "derived";

export interface Line {
  readonly kind: "base" | "contained" | "reference" | "value";
  /** A path of SVG, which ends at what is referred to. */
  readonly path: string;
}

export interface Label extends Area {
  readonly text: string;
}
