import { isType, type Model } from "../../edm/model.js";
import type { ViewOptions } from "../options.js";

/** The comments at the start of a file. */
export interface BannerView {
  /** Whether compilers are to leave the file unchecked. */
  readonly nocheck: boolean;
}

/** With more types than this, checking takes TypeScript 5.9 more than a second, and it takes it in every build. */
const CHECKED_TYPES = 500;

/** The banner of every file, decided by the number of selected types. */
export function bannerOf(model: Model, { tsNocheck = "auto" }: ViewOptions): BannerView {
  if (tsNocheck !== "auto") return { nocheck: tsNocheck === "always" };
  return { nocheck: model.elements.filter(isType).length > CHECKED_TYPES };
}
