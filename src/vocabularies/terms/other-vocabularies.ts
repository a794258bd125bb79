/** Standard vocabularies whose terms do not affect the output, by namespace, with the reason. */
export const otherVocabularies: Readonly<Record<string, string>> = {
  "Org.OData.Aggregation.V1": "Aggregation is a query option, which can be sent with `custom`.",
  "Org.OData.Authorization.V1": "The application obtains tokens; the client gets them from its credential.",
  "Org.OData.Display.V1": "The display of values.",
  "Org.OData.JSON.V1": "Values that follow a JSON schema are `unknown` until they are checked against it.",
  "Org.OData.Repeatability.V1": "Headers, which can be added to any request.",
  "Org.OData.Temporal.V1": "Query options for points in time, which can be sent with `custom`.",
};
