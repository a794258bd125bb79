import { resolve } from "node:path";
import { pathName } from "../../diagnostics/path-name.js";
import type { FetchedInput } from "../../kept/fetch/fetched-input.js";
import { counted, paint } from "./style.js";

/** A service and the folder of its config file. */
interface Origin {
  readonly name: string;
  readonly folder: string;
  readonly cwd: string;
}

const states = {
  new: "new",
  changed: "changed",
  unchanged: "unchanged",
  kept: "kept, not requested",
  failed: "kept as it was",
} as const;

/** `✔ people  https://host/service/$metadata → schemas/people.xml (12 kB, new)` */
export function fetchedLine({ url, state, file, size }: FetchedInput, origin: Origin, color: boolean): string {
  const mark = state === "failed" ? paint("red", "✖", color) : paint("green", "✔", color);
  const path = file === undefined ? undefined : pathName(resolve(origin.folder, file), "", origin.cwd);
  const copy = path === undefined ? "not kept" : `${path} (${sizeText(size)}, ${states[state]})`;
  return `${mark} ${origin.name}  ${url} → ${copy}`;
}

/** `✔ 3 inputs  1 new, 2 unchanged` */
export function fetchedTotal(inputs: readonly FetchedInput[], color: boolean): string {
  const counts = (["new", "changed", "unchanged", "kept", "failed"] as const).flatMap((state) => {
    const count = inputs.filter((input) => input.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const isWhole = inputs.every(({ state }) => state !== "failed");
  return `${paint(isWhole ? "green" : "red", isWhole ? "✔" : "✖", color)} ${counted(inputs.length, "input")}  ${counts.join(", ")}`;
}

/** `840 B`, `12 kB`, `3.4 MB` */
function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
