import { contentHash } from "../../src/output/content-hash.js";

/** A service with people that have a name. `members` are further members of a person, each on a line of its own. */
export function people(...members: readonly string[]): string {
  return [
    '<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:DataServices>',
    '<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="People">',
    '<EntityType Name="Person"><Key><PropertyRef Name="Id"/></Key>',
    '<Property Name="Id" Type="Edm.Int32" Nullable="false"/>',
    ...members,
    "</EntityType>",
    '<ComplexType Name="Place"><Property Name="City" Type="Edm.String"/></ComplexType>',
    '<EntityContainer Name="Service"><EntitySet Name="People" EntityType="People.Person"/></EntityContainer>',
    "</Schema></edmx:DataServices></edmx:Edmx>",
    "",
  ].join("\n");
}

export const name = '<Property Name="Name" Type="Edm.String"/>';
export const age = '<Property Name="Age" Type="Edm.Int32"/>';

/** The files of a service `people` whose metadata is at a URL, and a copy of it. */
export function keptPeople(url: string, copy: string, config: object = {}): Readonly<Record<string, string>> {
  const service = { input: { url, file: "schemas/people.xml" }, output: "src/people", ...config };
  const inputs = { [url]: { file: "schemas/people.xml", sha256: contentHash(copy) } };
  return {
    "odata-codegen.config.json": JSON.stringify({ services: { people: service } }),
    "odata-codegen.lock.json": JSON.stringify({ lockVersion: 1, services: { people: { inputs } } }),
    "schemas/people.xml": copy,
  };
}
