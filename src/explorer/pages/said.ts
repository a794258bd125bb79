import type { ElementData, SaidData } from "../../explore/data/format.js";
import { type Content, element } from "../elements/element.js";
import { folded } from "../elements/folded.js";
import { sourcePlace } from "../elements/source-place.js";
import { data } from "../model/model.js";
import { saidText } from "../model/said-texts.js";

/** Who declares an element: how many sources, and opened their lines, the one that stands first. */
export function saidDetails({ said = [] }: Pick<ElementData, "said">): Content {
  const item = (one: SaidData, at: number) => element("li", saidContent(one, at === 0 && said.length > 1));
  return said.length > 0 && folded("said", saidText(said), () => element("ol", said.map(item)));
}

function saidContent({ source, line, by, differs }: SaidData, stands: boolean): Content {
  return [
    sourcePlace(source, line),
    ` ${data.texts.authorities[by] ?? by}`,
    stands && ", which the model follows",
    differs && [", says ", element("code.differs", differs)],
  ];
}
