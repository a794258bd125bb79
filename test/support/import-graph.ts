/** One file imports another; both by path from `src`. Type-only imports count. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** Rooms in order, from the bottom up, each with the rooms that it may import; `below`: any room before it. */
export type Arrows = Readonly<Record<string, readonly string[] | "below">>;

/** The folder in `src` that a file stands in, or `top`. */
export function roomOf(path: string): string {
  const [room = "", file] = path.split("/");
  return file === undefined ? "top" : room;
}

/** Imports from a room that no arrow allows, and imports of rooms that have no arrows. */
export function wrongImports(imports: readonly Import[], arrows: Arrows): readonly string[] {
  const rooms = Object.keys(arrows);
  return imports
    .filter(({ from, to }) => {
      const [room, other] = [roomOf(from), roomOf(to)];
      const allowed = arrows[room];
      if (allowed === "below") return !rooms.slice(0, rooms.indexOf(room) + 1).includes(other);
      return room !== other && allowed?.includes(other) !== true;
    })
    .map(({ from, to }) => `${from} → ${to}`);
}

/** Circles of files, e.g. `a.ts → b.ts → a.ts`; none for a list without circles. */
export function circlesIn(imports: readonly Import[]): readonly string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
    else if (!done.has(file)) for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return circles;
}
