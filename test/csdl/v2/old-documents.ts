/** Documents of OData 2.0 and 3.0, made of the parts that a case is about. */

export const EDM = "http://schemas.microsoft.com/ado/2008/09/edm";
const EDMX = "http://schemas.microsoft.com/ado/2007/06/edmx";
const METADATA = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata";
const SAP = "http://www.sap.com/Protocols/SAPData";

interface Frame {
  readonly namespace?: string;
  readonly dataServiceVersion?: string;
  /** Elements before the schema, on its line. */
  readonly before?: string;
}

/** A document around the children of one schema, which start on line 4. */
export function oldXml(children: string, { namespace = EDM, dataServiceVersion = "2.0", before = "" }: Frame = {}) {
  return [
    `<edmx:Edmx xmlns:edmx="${EDMX}" xmlns:m="${METADATA}" xmlns:sap="${SAP}" Version="1.0">`,
    `<edmx:DataServices m:DataServiceVersion="${dataServiceVersion}">`,
    `${before}<Schema xmlns="${namespace}" Namespace="my.ns" Alias="Self">`,
    `${children}</Schema></edmx:DataServices></edmx:Edmx>`,
  ].join("\n");
}

const keyed = (name: string, members: string) =>
  `<EntityType Name="${name}"><Key><PropertyRef Name="id"/></Key>` +
  `<Property Name="id" Type="Edm.Int32" Nullable="false"/>${members}</EntityType>`;

/** A type with what goes inside it, and the association from many books to one author. */
export function library({
  book = `<NavigationProperty Name="author" Relationship="Self.written" FromRole="book" ToRole="author"/>`,
  author = "",
  ends = `<End Role="book" Type="Self.Book" Multiplicity="*"/><End Role="author" Type="Self.Author" Multiplicity="1"/>`,
  constraint = "",
  container = "",
} = {}): string {
  return [
    keyed("Book", book),
    keyed("Author", author),
    `<Association Name="written">${ends}${constraint}</Association>`,
    `<EntityContainer Name="C"><EntitySet Name="Books" EntityType="Self.Book"/>` +
      `<EntitySet Name="Authors" EntityType="Self.Author"/>${container}</EntityContainer>`,
  ].join("\n");
}
