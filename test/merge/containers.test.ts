import { describe, expect, it } from "vitest";
import { readCsdlXml } from "../../src/csdl/read-xml.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { merge } from "../../src/merge/merge.js";

const EDM = "http://docs.oasis-open.org/odata/ns/edm";

function merged(schema: string, container?: string) {
  const sources = new Sources();
  const report = new Report();
  const text = `<Schema xmlns="${EDM}" Namespace="n"><EntityType Name="E"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/><NavigationProperty Name="m" Type="n.E"/></EntityType>${schema}</Schema>`;
  const document = readCsdlXml(sources.add("a.xml", text), report);
  const model = merge(document === undefined ? [] : [document], report, container);
  return { model, said: report.diagnostics.map(({ code, message }) => `${code}: ${message}`) };
}

const set = (name: string, inside = "") => `<EntitySet Name="${name}" EntityType="n.E">${inside}</EntitySet>`;
const container = (name: string, children: string, base = "") =>
  `<EntityContainer Name="${name}"${base === "" ? "" : ` Extends="n.${base}"`}>${children}</EntityContainer>`;

function childrenOf(schema: string, wanted?: string): readonly string[] {
  const { model, said } = merged(schema, wanted);
  const { name, children = [] } = model.container ?? {};
  return [`${name}: ${children.map((child) => child.name).join()}`, ...said];
}

describe("the container of a service", () => {
  it("has the children of those that it extends behind its own", () => {
    expect(
      childrenOf(container("A", set("a"), "B") + container("B", set("b"), "C") + container("C", set("c"))),
    ).toEqual(["n.A: a,b,c"]);
  });

  it("may extend itself by way of others, which ends", () => {
    expect(childrenOf(container("A", set("a"), "B") + container("B", set("b"), "A"))[0]).toBe("undefined: ");
    expect(childrenOf(container("A", set("a"), "B") + container("B", set("b"), "A"), "n.A")).toEqual(["n.A: a,b"]);
  });

  it("is the one with most children, else the first by name", () => {
    expect(childrenOf(container("A", set("a")) + container("B", set("b") + set("c")))).toEqual([
      "n.B: b,c",
      expect.stringMatching(/^several-containers: n\.A is left out.*n\.B/),
    ]);
    expect(childrenOf(container("B", set("b")) + container("A", set("a")))[0]).toBe("n.A: a");
  });

  it("is the one that is named, with or without its namespace", () => {
    const two = container("A", set("a") + set("b")) + container("B", set("c"));
    expect(childrenOf(two, "B")).toEqual(["n.B: c"]);
    expect(childrenOf(two, "n.B")).toEqual(["n.B: c"]);
    expect(childrenOf(two, "n.A")).toEqual(["n.A: a,b"]);
    const extended = container("A", set("a"), "B") + container("B", set("b"));
    expect(childrenOf(extended, "B")).toEqual(["n.B: b"]);
  });

  it("is reported where the named one is none, with one that is similar", () => {
    const [, first, ...more] = childrenOf(container("Service", set("a")), "Servise");
    expect(first).toMatch(/^container-not-found: .*Servise.*Service/);
    expect(more).toEqual([]);
  });

  it("has targets without the names of the containers that it is made of", () => {
    const bound = (target: string) => `<NavigationPropertyBinding Path="m" Target="${target}"/>`;
    const { model } = merged(
      container("A", set("a", bound("n.B/b")) + set("x", bound("n.A/a")) + set("y", bound("n.Z/z")), "B") +
        container(
          "B",
          `${set("b", bound("b"))}<ActionImport Name="do" Action="n.Do" EntitySet="n.B/b"/><FunctionImport Name="get" Function="n.Get"/>`,
        ) +
        `<Action Name="Do"><ReturnType Type="n.E"/></Action><Function Name="Get"><ReturnType Type="Edm.Int32"/></Function>`,
    );
    const targets = model.container?.children.map((child) =>
      "navigationPropertyBindings" in child
        ? child.navigationPropertyBindings.map(({ path, target }) => `${path} ${target}`).join()
        : child.entitySet,
    );
    expect(targets).toEqual(["m b", "m a", "m n.Z/z", "m b", "b", undefined]);
  });

  it("has the annotations of those that it extends; those of one that is left out are left out", () => {
    const note = (target: string, text: string) =>
      `<Annotations Target="${target}"><Annotation Term="Org.OData.Core.V1.Description" String="${text}"/></Annotations>`;
    const { model, said } = merged(
      container("A", set("a") + set("x"), "B") +
        container("B", set("b")) +
        container("C", set("c")) +
        note("n.B", "of B") +
        note("n.B/b", "of b") +
        note("n.A/a", "of a") +
        note("n.C", "of C") +
        note("n.C/c", "of c"),
    );
    const textOf = (annotations = model.container?.annotations) =>
      annotations?.map(({ value }) => (value.kind === "Constant" ? value.value : value.kind)).join();
    expect(textOf()).toBe("of B");
    expect(model.container?.children.map((child) => textOf(child.annotations ?? []))).toEqual(["of a", "", "of b"]);
    expect(said.map((line) => line.split(":")[0])).toEqual(["several-containers"]);
  });
});

describe("annotations of operations", () => {
  const text = (schema: string) => {
    const { model, said } = merged(schema);
    const operations = model.schemas.flatMap(({ elements }) =>
      elements.flatMap((element) => (element.kind === "Action" || element.kind === "Function" ? [element] : [])),
    );
    const textOf = (annotations: (typeof operations)[number]["annotations"]) =>
      (annotations ?? []).map(({ value }) => (value.kind === "Constant" ? value.value : value.kind)).join("+");
    const lines = operations.map(({ annotations, parameters, returnType }) =>
      [
        textOf(annotations),
        ...parameters.map((parameter) => `${parameter.name}: ${textOf(parameter.annotations)}`),
        ...(returnType === undefined ? [] : [`result: ${textOf(returnType.annotations)}`]),
      ].join(", "),
    );
    return [...lines, ...said.map((line) => line.split(":")[0])];
  };
  const note = (target: string, description: string, term = "Description") =>
    `<Annotations Target="${target}"><Annotation Term="Org.OData.Core.V1.${term}" String="${description}"/></Annotations>`;
  const overloads =
    `<Function Name="F" IsBound="true"><Parameter Name="b" Type="n.E"/><Parameter Name="p" Type="Collection(Edm.Int32)"/><ReturnType Type="Edm.Int32"/></Function>` +
    `<Function Name="F"><ReturnType Type="Edm.Int32"/></Function>`;

  it("apply to one overload by its signature, else to all", () => {
    expect(text(overloads + note("n.F(n.E,Collection(Edm.Int32))", "one"))).toEqual([
      ", result: ",
      "one, b: , p: , result: ",
    ]);
    expect(text(overloads + note("n.F()", "none"))).toEqual(["none, result: ", ", b: , p: , result: "]);
    expect(text(overloads + note("n.F", "all"))).toEqual(["all, result: ", "all, b: , p: , result: "]);
    expect(text(overloads + note("n.F", "all", "LongDescription") + note("n.F()", "none"))).toEqual([
      "all+none, result: ",
      "all, b: , p: , result: ",
    ]);
    expect(text(overloads + note("n.F(Edm.String)", "other")).at(-1)).toBe("target-unresolved");
  });

  it("apply to parameters and to the result", () => {
    const target = "n.F(n.E, Collection(Edm.Int32))";
    expect(text(overloads + note(`${target}/p`, "of p") + note(`${target}/$ReturnType`, "of it"))).toEqual([
      ", result: ",
      ", b: , p: of p, result: of it",
    ]);
  });

  it("apply to an action by its binding type alone, or by all of its types", () => {
    const action = `<Action Name="A" IsBound="true"><Parameter Name="b" Type="n.E"/><Parameter Name="p" Type="Edm.Int32"/></Action>`;
    expect(text(action + note("n.A(n.E)", "bound"))).toEqual(["bound, b: , p: "]);
    expect(text(action + note("n.A(n.E,Edm.Int32)", "all"))).toEqual(["all, b: , p: "]);
    expect(text(action + note("n.A()", "none")).at(-1)).toBe("target-unresolved");
    const unbound = `<Action Name="A"><Parameter Name="p" Type="Edm.Int32"/></Action>`;
    expect(text(unbound + note("n.A()", "none"))).toEqual(["none, p: "]);
  });
});
