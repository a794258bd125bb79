import { element } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { findingsByCause } from "../../model/findings-index.js";
import type { ModelIndex } from "../../model/model-index.js";
import type { Route } from "../../routes/route.js";
import type { Page } from "../page.js";
import { findingList } from "./finding-list.js";

/** All findings by cause, or those of one cause. Undefined where pages are not compared. */
export function findingsPage({ parts: [cause] }: Route, index: ModelIndex): Page | undefined {
  const { findings, causes = {} } = index.data;
  if (findings === undefined) return undefined;
  const byCause = findingsByCause(index);
  if (cause !== undefined) {
    const found = byCause.get(cause);
    return found && { title: cause, content: [element("p", {}, causes[cause] ?? ""), findingList(found, index)] };
  }
  const folds = [...byCause].map(([name, found]) =>
    folded("cause", [element("strong", {}, name), ` ${found.length} `, causes[name] ?? ""], () =>
      findingList(found, index),
    ),
  );
  return { title: "Findings", content: folds };
}
