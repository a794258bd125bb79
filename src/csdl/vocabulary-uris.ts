const VOCABULARY =
  /^(https:\/\/(?:oasis-tcs|sap)\.github\.io\/odata-vocabularies\/vocabularies\/[\w.]+)\.(?:xml|json)$/;

/**
 * The URI of a standard vocabulary in a notation: OASIS publishes each as XML and JSON. Other URIs are returned
 * unchanged.
 */
export function vocabularyUri(uri: string, notation: "xml" | "json"): string {
  return uri.replace(VOCABULARY, `$1.${notation}`);
}
