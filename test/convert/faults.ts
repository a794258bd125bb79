/**
 * Rules of CSDL JSON 4.01 that a document breaks: a reading of its own, apart from the readers of the tool, so that a
 * mistake of those does not hide one of the writers.
 */
interface Json {
  readonly [name: string]: Json;
}

/** Elements by rule. Names are of the schemas of the document; types of included namespaces are taken to exist. */
export function faultsIn(text: string): Readonly<Record<string, readonly string[]>> {
  const document = JSON.parse(text) as Json;
  const elements = new Map<string, Json | readonly Json[]>();
  for (const [namespace, schema] of membersOf(document))
    for (const [name, element] of membersOf(schema)) elements.set(`${namespace}.${name}`, element);
  const included = new Set<string | undefined>(
    Object.values(document["$Reference"] ?? {}).flatMap((reference) =>
      Object.values(reference["$Include"] ?? {}).map((include) => textOf(include["$Namespace"])),
    ),
  );
  const faults: Record<string, string[]> = {};
  const look = new Look(elements, included, (rule, element) => (faults[rule] ??= []).push(element));
  for (const [name, element] of elements) look.element(name, element);
  return faults;
}

/** A control information member that is a string. */
function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function membersOf(value: Json): readonly (readonly [string, Json])[] {
  return Object.entries(value).filter(([name]) => !name.startsWith("$") && !name.includes("@"));
}

const KEY_TYPE = /^Edm\.(?:Boolean|Byte|Date|DateTimeOffset|Decimal|Duration|Guid|Int\d\d|SByte|String|TimeOfDay)$/;

class Look {
  readonly #elements: ReadonlyMap<string, Json | readonly Json[]>;
  readonly #included: ReadonlySet<string | undefined>;
  readonly #say: (rule: string, element: string) => void;

  constructor(
    elements: ReadonlyMap<string, Json | readonly Json[]>,
    included: ReadonlySet<string | undefined>,
    say: (rule: string, element: string) => void,
  ) {
    this.#elements = elements;
    this.#included = included;
    this.#say = say;
  }

  element(name: string, element: Json | readonly Json[]): void {
    if (isOverloads(element)) for (const overload of element) this.#operation(name, overload);
    else if (textOf(element["$Kind"]) === "EntityType" || textOf(element["$Kind"]) === "ComplexType")
      this.#structured(name, element);
    else if (textOf(element["$Kind"]) === "EntityContainer") this.#container(name, element);
    else if (textOf(element["$Kind"]) === "EnumType") this.#enum(name, element);
    else if (textOf(element["$Kind"]) === "Term") this.#declared(name, textOf(element["$Type"]));
  }

  /** CSDL 4.01 §12 */
  #operation(name: string, overload: Json): void {
    const { $Parameter: parameters = {}, $ReturnType: result } = overload as Partial<Json>;
    if (textOf(overload["$Kind"]) === "Function" && result === undefined)
      this.#say("function without return type", name);
    for (const typed of [...Object.values(parameters), ...(result === undefined ? [] : [result])])
      this.#declared(name, textOf(typed["$Type"]));
  }

  #structured(name: string, type: Json): void {
    const base = textOf(type["$BaseType"]);
    if (base !== undefined && !this.#isIncluded(base) && this.#kind(base) !== textOf(type["$Kind"]))
      this.#say("base of another kind", `${name}: ${base}`);
    for (const [member, property] of membersOf(type)) this.#property(`${name}/${member}`, property);
    for (const key of Object.values(type["$Key"] ?? {}).map(textOf))
      if (key !== undefined && !key.includes("/")) this.#key(name, key);
  }

  /** CSDL 4.01 §7.1, §8.1 */
  #property(name: string, property: Json): void {
    const kind = textOf(property["$Kind"]);
    const type = textOf(property["$Type"]);
    this.#declared(name, type);
    if (type === undefined || this.#isIncluded(type)) return;
    const target = this.#kind(type);
    if (kind !== "NavigationProperty" && target === "EntityType") this.#say("property of an entity type", name);
    if (kind === "NavigationProperty" && target !== "EntityType" && type !== "Edm.EntityType")
      this.#say("navigation property of another type than an entity", name);
  }

  /** CSDL 4.01 §6.5 */
  #key(type: string, key: string): void {
    const property = this.#withBases(type).flatMap((one) => one[key] ?? [])[0];
    if (property === undefined) this.#say("key without property", `${type}/${key}`);
    else if (!this.#isKeyType(property)) this.#say("key of a type that none can have", `${type}/${key}`);
    else if ((property["$Nullable"] as unknown) === true) this.#say("key that may be null", `${type}/${key}`);
  }

  #isKeyType(property: Json): boolean {
    if (property["$Kind"] !== undefined) return false;
    const type = textOf(property["$Type"]) ?? "Edm.String";
    const declared = this.#kind(type);
    return KEY_TYPE.test(type) || declared === "EnumType" || declared === "TypeDefinition" || this.#isIncluded(type);
  }

  /** CSDL 4.01 §13.2, §13.3 */
  #container(name: string, container: Json): void {
    for (const [member, child] of membersOf(container)) {
      const type = textOf(child["$Type"]);
      if (type === undefined) {
        this.#declared(`${name}/${member}`, textOf(child["$Action"] ?? child["$Function"]));
      } else if (!this.#isIncluded(type) && this.#kind(type) !== "EntityType") {
        this.#say("set or singleton of another type than an entity", `${name}/${member}`);
      } else if (child["$Collection"] !== undefined && !this.#withBases(type).some((one) => "$Key" in one)) {
        const isOpenEnded = this.#withBases(type).some((one) => this.#isIncluded(textOf(one["$BaseType"]) ?? ""));
        if (!isOpenEnded && !this.#isIncluded(type)) this.#say("set of a type without key", `${name}/${member}`);
      }
    }
  }

  /** CSDL 4.01 §10.3 */
  #enum(name: string, type: Json): void {
    if (membersOf(type).some(([, value]) => typeof value !== "number")) this.#say("member without value", name);
  }

  #declared(element: string, type: string | undefined): void {
    if (type === undefined || type.startsWith("Edm.") || this.#isIncluded(type) || this.#elements.has(type)) return;
    this.#say("type that is not declared", `${element}: ${type}`);
  }

  #isIncluded(type: string): boolean {
    return this.#included.has(type.slice(0, type.lastIndexOf(".")));
  }

  #kind(type: string): string | undefined {
    const element = this.#elements.get(type);
    return element === undefined || isOverloads(element) ? undefined : textOf(element["$Kind"]);
  }

  #withBases(type: string): readonly Json[] {
    const element = this.#elements.get(type);
    if (element === undefined || isOverloads(element)) return [];
    const base = textOf(element["$BaseType"]);
    return [element, ...(base === undefined ? [] : this.#withBases(base))];
  }
}

function isOverloads(element: Json | readonly Json[]): element is readonly Json[] {
  return Array.isArray(element);
}
