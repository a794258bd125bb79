import { shortName as shortNameIn } from "../../explore/data/picture/short-name.js";
import { data } from "./model.js";

/** The name in the text of a type: `ns.Type` of `Collection(ns.Type)`. */
export function nameInType(text = ""): string {
  return /^Collection\((.*)\)$/.exec(text)?.[1] ?? text;
}

export function isCollectionText(text: string | undefined): boolean {
  return text?.startsWith("Collection(") === true;
}

/** A qualified name without the namespace that is flat. */
export function shortName(name: string): string {
  return shortNameIn(name, data);
}

/** A name without any namespace. */
export function lastName(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1);
}
