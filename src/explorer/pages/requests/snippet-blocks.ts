import type { SnippetData } from "../../../explore/data/format.js";
import { copyButton } from "../../elements/copy-button.js";
import { section } from "../../elements/section.js";
import { type Content, element, inCode } from "../../elements/element.js";

/** How to send a request, one block below the other. */
export function snippetBlocks({ client, noClient = "the path leads nowhere", schema, http }: SnippetData): Content {
  return section(
    "Write it",
    "snippets",
    client === undefined
      ? element("p.quiet", `There is no call of the client: ${noClient}.`)
      : block("With the client", client),
    schema && block("Checked by a schema", schema),
    block("HTTP", http),
  );
}

function block(heading: string, text: string): Content {
  return element(
    "figure.snippet",
    element("figcaption", heading, " ", copyButton(text, heading)),
    element("pre", { tabindex: 0 }, inCode(text)),
  );
}
