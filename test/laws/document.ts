/** A generated model as CSDL XML: every element of the specification, in notations that vary. */
import fc from "fast-check";
import { drawAnnotations, drawCore, type Vocabulary } from "./annotations.js";
import { drawContainers } from "./container.js";
import { Draw } from "./draw.js";
import { drawOperations } from "./operations.js";
import { isStructured, type Namespace, type Plan, planModel, type Property, type Type, type Use } from "./plan.js";
import { enumRanges, primitives } from "./primitive-samples.js";
import { node, type XmlNode } from "./xml-tree.js";

/** A valid CSDL XML document of some schemas. A failing one is made smaller, but not for minutes. */
export const documents: fc.Arbitrary<XmlNode> = fc.limitShrink(
  fc.gen().map((generate) => new Writer(new Draw(generate)).document()),
  300,
);

const CORE = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml";

/** Writes a plan down. */
export class Writer {
  readonly draw: Draw;
  readonly plan: Plan;
  readonly #terms: ReadonlyMap<Namespace, readonly string[]>;
  /** External annotations that are still to be written. */
  readonly #targets: XmlNode[] = [];

  constructor(draw: Draw) {
    this.draw = draw;
    this.plan = planModel(draw);
    this.#terms = new Map(
      this.plan.namespaces.map((namespace) => [namespace, draw.list(2, () => draw.name(namespace.taken))]),
    );
  }

  document(): XmlNode {
    const { namespaces } = this.plan;
    const operations = namespaces.flatMap((namespace) => drawOperations(namespace, this));
    const containers = drawContainers(operations, this);
    const apart = this.#targets.splice(0);
    const schemas = namespaces.map((namespace) => {
      const elements = [
        ...(this.#terms.get(namespace) ?? []).map((name) => this.#term(name)),
        ...namespace.types.map((type) => this.#type(type)),
        ...operations.filter((one) => one.namespace === namespace.name).flatMap(({ overloads }) => overloads),
        ...containers.filter((one) => one.namespace === namespace.name).map(({ element }) => element),
      ];
      return node(
        "Schema",
        { xmlns: "http://docs.oasis-open.org/odata/ns/edm", Namespace: namespace.name, Alias: namespace.alias },
        [...elements, ...apart.splice(0), ...this.#targets.splice(0), ...this.annotations(1)],
      );
    });
    return node(
      "edmx:Edmx",
      { "xmlns:edmx": "http://docs.oasis-open.org/odata/ns/edmx", Version: this.draw.pick(["4.0", "4.01"]) },
      [
        node("edmx:Reference", { Uri: CORE }, [
          node("edmx:Include", { Namespace: "Org.OData.Core.V1", Alias: "Core" }),
        ]),
        node("edmx:DataServices", {}, schemas),
      ],
    );
  }

  /** A name as it may be written here. */
  qualified({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
    const alias = this.plan.namespaces.find((one) => one.name === namespace)?.alias;
    return `${alias !== undefined && this.draw.once(2) ? alias : namespace}.${name}`;
  }

  typeText({ of, collection }: Use): string {
    const name = typeof of === "string" ? of : this.qualified(of);
    return collection ? `Collection(${name})` : name;
  }

  annotations(most = 1): readonly XmlNode[] {
    return this.draw.once(4) ? drawAnnotations(this.draw, this.#words(), 2, most) : [];
  }

  /** Annotations of an element, standing at the element, or at times apart from it. */
  annotated(target: string, tags: readonly string[] = []): readonly XmlNode[] {
    const inline = [...drawCore(this.draw, tags), ...this.annotations(2)];
    if (inline.length === 0 || !this.draw.once(4)) return inline;
    this.#targets.push(node("Annotations", { Target: target }, inline));
    return [];
  }

  #words(): Vocabulary {
    const terms = [...this.#terms].flatMap(([namespace, names]) =>
      names.map((name) => this.qualified({ namespace: namespace.name, name })),
    );
    const types = this.plan.types.filter(isStructured).map((type) => this.qualified(type));
    const members = this.plan.types.flatMap((type) => type.members.map((name) => `${this.qualified(type)}/${name}`));
    return { terms, types, members };
  }

  #term(name: string): XmlNode {
    const type = this.draw.pick(["Edm.String", "Collection(Edm.Int32)", "Edm.Boolean"]);
    const appliesTo = this.draw.once(2) ? "EntityType Property" : undefined;
    return node("Term", { Name: name, Type: type, Nullable: this.#maybeFalse(), AppliesTo: appliesTo });
  }

  #maybeFalse(): boolean | undefined {
    const choice = this.draw.count(3);
    return choice === 0 ? false : choice === 1 ? true : undefined;
  }

  #type(type: Type): XmlNode {
    if (type.kind === "EnumType") return this.#enum(type);
    if (type.kind === "TypeDefinition") return this.#definition(type);
    const target = this.qualified(type);
    const attributes = {
      Name: type.name,
      BaseType: type.base && this.qualified(type.base),
      Abstract: type.abstract || undefined,
      OpenType: type.open || undefined,
      HasStream: type.kind === "EntityType" && this.draw.once(8) ? true : undefined,
    };
    return node(type.kind, attributes, [
      ...this.#key(type),
      ...type.properties.map((property) => this.#property(property, target)),
      ...type.navigation.map((navigation) => this.#navigation(type, navigation, target)),
      ...this.annotated(target),
    ]);
  }

  #key({ key }: Type): readonly XmlNode[] {
    if (key.length === 0) return [];
    return [
      node(
        "Key",
        {},
        key.map(({ path, alias }) => node("PropertyRef", { Name: path, Alias: alias })),
      ),
    ];
  }

  #property({ name, use, key }: Property, owner: string): XmlNode {
    const sample = typeof use.of === "string" ? primitives[use.of] : undefined;
    const facets = sample === undefined ? {} : this.draw.pick(sample.facets);
    const given =
      use.collection || key || sample === undefined || this.draw.once(2)
        ? undefined
        : this.draw.pickMaybe(sample.defaults);
    const attributes = {
      Name: name,
      Type: this.typeText(use),
      Nullable: key ? false : this.#maybeFalse(),
      ...facets,
      DefaultValue: given,
    };
    return node("Property", attributes, this.annotated(`${owner}/${name}`, ["Computed", "Immutable"]));
  }

  #navigation(type: Type, navigation: Type["navigation"][number], owner: string): XmlNode {
    const { name, target, collection, contained, partner } = navigation;
    const attributes = {
      Name: name,
      Type: this.typeText({ of: target, collection }),
      Nullable: collection ? undefined : this.#maybeFalse(),
      Partner: partner,
      ContainsTarget: contained || undefined,
    };
    const [foreign] = target.key;
    const local = type.properties.find(
      ({ key, use }) => key && use.of === target.properties.find((one) => one.name === foreign?.path)?.use.of,
    );
    const constraint =
      foreign === undefined || local === undefined || collection || this.draw.once(2)
        ? []
        : [
            node(
              "ReferentialConstraint",
              { Property: local.name, ReferencedProperty: foreign.path },
              this.annotations(),
            ),
          ];
    const onDelete = this.draw.once(5)
      ? [node("OnDelete", { Action: this.draw.pick(["Cascade", "None", "SetNull", "SetDefault"]) }, this.annotations())]
      : [];
    return node("NavigationProperty", attributes, [...constraint, ...onDelete, ...this.annotated(`${owner}/${name}`)]);
  }

  #enum(type: Type): XmlNode {
    const [underlying, least, greatest] = this.draw.pick(enumRanges);
    const flags = this.draw.once(3);
    // Without a number all members count from 0, so either all have one or none (CSDL 4.01 §10.3).
    const numbered = flags || this.draw.once(2);
    const values = [flags ? 1n : least, flags ? 2n : greatest, flags ? 4n : 0n, flags ? 8n : 1n];
    const members = type.members.map((name, index) => {
      const value = numbered ? values[index] : undefined;
      return node("Member", { Name: name, Value: value }, this.annotated(`${this.qualified(type)}/${name}`));
    });
    const attributes = {
      Name: type.name,
      UnderlyingType: underlying === "Edm.Int32" && this.draw.once(2) ? undefined : underlying,
      IsFlags: flags || undefined,
    };
    return node("EnumType", attributes, [...members, ...this.annotated(this.qualified(type))]);
  }

  #definition(type: Type): XmlNode {
    const underlying = this.draw.pick([
      "Edm.String",
      "Edm.Decimal",
      "Edm.Int64",
      "Edm.DateTimeOffset",
      "Edm.Boolean",
      "Edm.GeographyPoint",
    ]);
    const facets = this.draw.pick(primitives[underlying]?.facets ?? [{}]);
    return node(
      "TypeDefinition",
      { Name: type.name, UnderlyingType: underlying, ...facets },
      this.annotated(this.qualified(type)),
    );
  }
}
