import type { Code } from "../code/code.js";
import type { BannerView } from "./modules/banner.js";

/** A file of the runtime beside the output. */
export interface RuntimeView {
  readonly banner: BannerView;
  readonly text: Code;
}
