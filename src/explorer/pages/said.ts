import type { SaidData } from "../../explore/data/format.js";
import { type Content, element } from "../elements/element.js";
import { folded } from "../elements/folded.js";
import { sourcePlace } from "../elements/source-place.js";
import type { ModelIndex } from "../model/model-index.js";
import { authorityText, saidText } from "../model/said-texts.js";

/** Who declares an element: how many sources, and opened their lines, the one that stands first. */
export function saidDetails(said: readonly SaidData[] | undefined, index: ModelIndex): Content {
  if (said === undefined || said.length === 0) return undefined;
  return folded("said", saidText(said), () =>
    element(
      "ol",
      {},
      said.map((one, position) => element("li", {}, saidContent(one, position === 0 && said.length > 1, index))),
    ),
  );
}

function saidContent(said: SaidData, stands: boolean, index: ModelIndex): Content {
  const { source, line, differs } = said;
  return [
    sourcePlace(source, line, index),
    ` ${authorityText(said)}`,
    stands ? ", which the model follows" : "",
    differs === undefined ? undefined : [", says ", element("code", { class: "differs" }, differs)],
  ];
}
