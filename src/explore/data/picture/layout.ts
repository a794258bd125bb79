/** An area in the units of a picture. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture with its parts placed; its own area is all that is seen of it. */
export interface Layout extends Area {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly labels: readonly Label[];
}

export interface Box extends Area {
  /** Whole, in the box; a second line for what refers to itself. */
  readonly lines: readonly string[];
  /** The type that it stands for. */
  readonly type: string;
  /** The list of the type that has what found no room, which it stands for instead. */
  readonly list?: Side | undefined;
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
