import type { ModelData } from "../../explore/data/format.js";

/** The data that the page carries as gzip in base64. */
export async function readData(text: string): Promise<ModelData> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(unpacked).json()) as ModelData; // as `explore` of this version writes it
}
