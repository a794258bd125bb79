const VOCABULARY =
  /^(https:\/\/(?:oasis-tcs|sap)\.github\.io\/odata-vocabularies\/vocabularies\/[\w.]+)\.(?:xml|json)$/;

/** The URI in a notation: the standard vocabularies are published in both forms side by side, others stay as they are. */
export function vocabularyUri(uri: string, notation: "xml" | "json"): string {
  return uri.replace(VOCABULARY, `$1.${notation}`);
}
