/** `$metadata`: the document of the service, where the mock was given one. */
import { optionsOf } from "../../query/decode.js";
import type { Answer } from "../../web.js";
import type { Exchange } from "../context.js";
import { Fault } from "../fault.js";

export type MetadataForm = "application/xml" | "application/json";

/** Gives the document in a form, as text; undefined where it has none of that form. */
export type Metadata = (form: MetadataForm) => Promise<string | undefined>;

/** In XML, unless JSON is asked for (OData Protocol 4.01 §11.1.2). */
export async function answerMetadata({ headers, search }: Exchange, metadata: Metadata | undefined): Promise<Answer> {
  if (metadata === undefined) throw new Fault(501, "NotImplemented", "The mock has no $metadata.");
  const format = optionsOf(search).find(([name]) => /^\$?format$/i.test(name))?.[1];
  const asked = format ?? headers["accept"] ?? "";
  const form = /json/i.test(asked) && !/xml/i.test(asked) ? "application/json" : "application/xml";
  const body = await metadata(form);
  if (body === undefined) throw new Fault(406, "NotAcceptable", `The mock has no $metadata in ${form}.`);
  return { status: 200, headers: { "content-type": form }, body };
}
