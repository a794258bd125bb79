/** A document of the corpus that is refused: the codes of its errors, and why it is not to be read otherwise. */
interface Refused {
  readonly errors: readonly string[];
  readonly reason: string;
}

const EXCERPT = "An excerpt for a test, whose types name others of the same namespace that were cut away.";
const OLD_CONTENT =
  "Associations and function imports of OData 3 in the XML namespace of OData 4: the navigation properties have no type.";
const UNQUALIFIED = "A navigation property names its type without the namespace.";
const RAW_GRAPH =
  "Input of a transformation, before it is CSDL: types declared twice, a type without namespace, types that were cut away.";

/** The documents of OData 4 in the corpus that give no output. */
export const refused: Readonly<Record<string, Refused>> = {
  "OData+ODataConnectedService/ODataConnectedService.Tests/CodeGenReferences/EntitiesEnumsFunctions.xml": {
    errors: ["unresolved-type"],
    reason: EXCERPT,
  },
  "OData+ODataConnectedService/ODataConnectedService.Tests/CodeGenReferences/MergedFunctionalTest.xml": {
    errors: ["key-conflict"],
    reason:
      "Types of a hierarchy declare one more key property each; CSDL 4.01 §6.5 allows a key only where none is inherited.",
  },
  "OData+odata.net/test/FunctionalTests/Tests/DataServices/UnitTests/ClientUnitTests/ArubaLinqToSqlMetadata.csdl": {
    errors: ["missing-attribute"],
    reason: OLD_CONTENT,
  },
  "OData+odata.net/test/FunctionalTests/Tests/DataServices/UnitTests/ClientUnitTests/NorthwindLinqToSqlMetadata.csdl": {
    errors: ["missing-attribute"],
    reason: OLD_CONTENT,
  },
  "SAP+odata-vocabularies/examples/UI.ApplyRecursiveHierarchy-sample.json": {
    errors: ["unqualified-name"],
    reason: UNQUALIFIED,
  },
  "SAP+odata-vocabularies/examples/UI.ApplyRecursiveHierarchy-sample.xml": {
    errors: ["unqualified-name"],
    reason: UNQUALIFIED,
  },
  "apache+olingo-odata4/lib/client-core/src/test/resources/org/apache/olingo/client/core/fromdoc1-metadata.xml": {
    errors: ["missing-attribute"],
    reason: "The element of a navigation property ends before its type, which is left standing as text.",
  },
  "microsoftgraph+MSGraph-SDK-Code-Generator/Metadata/MetadataMultipleNamespaces.xml": {
    errors: ["unresolved-type"],
    reason: EXCERPT,
  },
  "microsoftgraph+MSGraph-SDK-Code-Generator/Metadata/MetadataWithSubNamespaces.xml": {
    errors: ["unresolved-type"],
    reason: EXCERPT,
  },
  "microsoftgraph+MSGraph-SDK-Code-Generator/Resources/dirtyMetadata.xml": {
    errors: ["unresolved-type"],
    reason: EXCERPT,
  },
  "microsoftgraph+msgraph-metadata/transforms/csdl/preprocess_csdl_test_input.xml": {
    errors: ["duplicate-name", "unqualified-name", "unresolved-type"],
    reason: RAW_GRAPH,
  },
  "microsoftgraph+msgraph-metadata/transforms/csdl/preprocess_csdl_test_output.xml": {
    errors: ["duplicate-name", "unqualified-name", "unresolved-type"],
    reason: RAW_GRAPH,
  },
};
