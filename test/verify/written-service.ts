/** A service that can be written: the mock of a small model on a port, and changes of what it answers. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { serve, type ServedRequest } from "../../src/cli/mock/serve.js";
import { loadModel } from "../../src/load-model.js";
import { createMock, type Mock } from "../../src/runtime/mock.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { mockServiceOf } from "../support/mock-service.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const capabilities = (term: string, property: string): string =>
  `<Annotation Term="Org.OData.Capabilities.V1.${term}"><Record><PropertyValue Property="${property}" Bool="false"/></Record></Annotation>`;

export const metadata = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Item"><Key><PropertyRef Name="id"/></Key>
<Property Name="id" Type="Edm.Int32" Nullable="false"/>
<Property Name="name" Type="Edm.String" Nullable="false" MaxLength="20"/>
<Property Name="color" Type="shop.Color" Nullable="false"/>
<Property Name="size" Type="shop.Size" Nullable="false"/>
<Property Name="made" Type="Edm.DateTimeOffset" Nullable="false"/>
<Property Name="note" Type="Edm.String"/>
</EntityType>
<ComplexType Name="Size"><Property Name="height" Type="Edm.Decimal" Scale="2" Nullable="false"/><Property Name="depth" Type="Edm.Decimal"/></ComplexType>
<EnumType Name="Color"><Member Name="red"/><Member Name="blue"/></EnumType>
<EntityType Name="Part"><Key><PropertyRef Name="item_id"/><PropertyRef Name="number"/></Key>
<Property Name="item_id" Type="Edm.Int32" Nullable="false"/>
<Property Name="number" Type="Edm.Int32" Nullable="false"/>
<NavigationProperty Name="item" Type="shop.Item"><ReferentialConstraint Property="item_id" ReferencedProperty="id"/></NavigationProperty>
<NavigationProperty Name="model" Type="shop.Item" Nullable="false"/>
</EntityType>
<EntityType Name="Photo" HasStream="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>
<EntityContainer Name="C">
<EntitySet Name="items" EntityType="shop.Item">
<NavigationPropertyBinding Path="item" Target="items"/>
<Annotation Term="Org.OData.Core.V1.OptimisticConcurrency"><Collection/></Annotation></EntitySet>
<EntitySet Name="parts" EntityType="shop.Part"><NavigationPropertyBinding Path="item" Target="items"/><NavigationPropertyBinding Path="model" Target="items"/></EntitySet>
<EntitySet Name="photos" EntityType="shop.Photo"/>
<EntitySet Name="laws" EntityType="shop.Item">${capabilities("InsertRestrictions", "Insertable")}</EntitySet>
<EntitySet Name="stones" EntityType="shop.Item">${capabilities("DeleteRestrictions", "Deletable")}</EntitySet>
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;

/** Answers a request in the place of the mock, or changes what it answers. `next` asks the mock. */
export type Change = (request: ServedRequest, next: () => Promise<Response>) => Promise<Response>;

/** `POST items` and so on: a method and a path from the root on. */
export function lineOf({ method, url }: ServedRequest): string {
  return `${method} ${new URL(url).pathname.slice(1)}`;
}

/** Starts the service for the length of a test. */
export async function writtenService(change: Change = (_, next) => next()) {
  const file = join(temporaryFolder(), "metadata.xml");
  writeFileSync(file, metadata);
  const { model } = await loadModel({ inputs: [file] }, nodeIo("/"));
  const received: ServedRequest[] = [];
  const made: { mock?: Mock<unknown> } = {};
  const { origin, close } = await serve(0, (baseUrl) => {
    const mock = createMock<unknown>(mockServiceOf(model), {}, { baseUrl });
    made.mock = mock;
    return Promise.resolve((request) => {
      received.push(request);
      return change(request, () => mock.fetch(request));
    });
  });
  onTestFinished(close);
  const { mock } = made;
  if (mock === undefined) throw new Error("the server has called for its handler");
  const contents = () => JSON.stringify(["items", "parts", "photos"].map((set) => mock.data(set)));
  return { origin, file, contents, lines: () => received.map(lineOf) };
}
