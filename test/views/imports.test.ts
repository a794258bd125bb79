import { describe, expect, it } from "vitest";
import type { Code } from "../../src/code/code.js";
import type { Module } from "../../src/naming/modules.js";
import { ModuleImports, FileImports } from "../../src/views/modules/imports.js";

const options = { emit: ["types"], runtime: "package", importExtension: "js" } as const;

/** Modules that count how often one of them is read. */
function countedModules(count: number): { readonly modules: readonly Module[]; readonly reads: () => number } {
  let reads = 0;
  const modules = Array.from({ length: count }, (_, order): Module => ({
    namespace: `n.x${order}`,
    get identifier() {
      reads++;
      return `x${order}` as Code;
    },
    get flat() {
      reads++;
      return order === 0;
    },
    order,
  }));
  return { modules, reads: () => reads };
}

function moduleAt(modules: readonly Module[], order: number): Module {
  const module = modules[order];
  if (module === undefined) throw new RangeError(`no module ${order}`);
  return module;
}

describe("the imports of a file", () => {
  it("are in the order of the modules", () => {
    const { modules } = countedModules(4);
    const imports = new ModuleImports(moduleAt(modules, 1), "types");
    imports.reach("types", moduleAt(modules, 3), "A" as Code);
    imports.reach("types", moduleAt(modules, 1), "B" as Code);
    imports.reach("types", moduleAt(modules, 2), "C" as Code);
    expect(imports.views("types/x1.ts", options).map(({ path }) => path)).toEqual(["../types/x2.js", "../types/x3.js"]);
  });

  it("take as many steps for 5,000 modules as for 5", () => {
    const stepsFor = (count: number) => {
      const { modules, reads } = countedModules(count);
      const imports = new FileImports(modules[1]);
      imports.reach("types", moduleAt(modules, 2), "A" as Code);
      expect(imports.views("validators/x1.ts", options)).toHaveLength(1);
      return reads();
    };
    expect(stepsFor(5_000)).toBe(stepsFor(5));
  });
});
