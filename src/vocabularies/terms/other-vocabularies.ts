/** The standard vocabularies none of whose terms change the output: why, by namespace. All their terms are carried. */
export const otherVocabularies: Readonly<Record<string, string>> = {
  "Org.OData.Aggregation.V1": "Aggregation is a query option of its own, which queries take by `custom`.",
  "Org.OData.Authorization.V1": "How a token is got is the application's; the client asks its credential for one.",
  "Org.OData.Display.V1": "How values are shown.",
  "Org.OData.JSON.V1": "Values that follow a JSON schema are `unknown` until they are checked against it.",
  "Org.OData.Measures.V1": "Units and currencies of values, whose type they do not change.",
  "Org.OData.Repeatability.V1": "Headers, which any request can be given.",
  "Org.OData.Temporal.V1": "Points in time of a query, which queries take by `custom`.",
};
