/** Versions of the small service that differ in how its entities belong together, and in its terms. */
import type { Version } from "./source-cases.js";

const related = (attributes: string, children = "") =>
  `<Property Name="otherId" Type="Edm.Guid"/><NavigationProperty Name="other" Type="s.Thing" ${attributes}>${children}</NavigationProperty>`;

export const relationCases: Readonly<Record<string, { readonly before: Version; readonly after: Version }>> = {
  "the partner of a navigation property": {
    before: { thing: related('Partner="other"') },
    after: { thing: related("") },
  },
  "a referential constraint": {
    before: { thing: related("") },
    after: { thing: related("", '<ReferentialConstraint Property="otherId" ReferencedProperty="id"/>') },
  },
  "what is deleted along": {
    before: { thing: related("", '<OnDelete Action="None"/>') },
    after: { thing: related("", '<OnDelete Action="Cascade"/>') },
  },
  "what is deleted along, stated": {
    before: { thing: related("") },
    after: { thing: related("", '<OnDelete Action="Cascade"/>') },
  },
  "a term": { before: {}, after: { schema: '<Term Name="Note" Type="Edm.String"/>' } },
  "the type of a term": {
    before: { schema: '<Term Name="Note" Type="Edm.Int64"/>' },
    after: { schema: '<Term Name="Note" Type="Edm.Int32"/>' },
  },
  "what a term is for": {
    before: { schema: '<Term Name="Note" Type="Edm.String" AppliesTo="Property EntitySet"/>' },
    after: { schema: '<Term Name="Note" Type="Edm.String" AppliesTo="Property" DefaultValue="x"/>' },
  },
};
