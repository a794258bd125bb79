import { describe, expectTypeOf, it } from "vitest";
import type { GenerateOptions } from "../../src/config/options/generate.js";
import { defineConfig, type ServiceConfig } from "../../src/config/user-config.js";

describe("the option table", () => {
  it("gives each option its type", () => {
    expectTypeOf<GenerateOptions["emit"]>().toEqualTypeOf<
      readonly ("types" | "validators" | "client" | "operations" | "examples")[]
    >();
    expectTypeOf<GenerateOptions["nonNull"]>().toEqualTypeOf<"present" | "notNull" | undefined>();
    expectTypeOf<GenerateOptions["check"]>().toEqualTypeOf<boolean>();
    expectTypeOf<GenerateOptions["output"]>().toEqualTypeOf<string | undefined>();
  });

  it("gives the config file its keys, without those of the command line alone", () => {
    expectTypeOf<ServiceConfig["runtime"]>().toEqualTypeOf<"inline" | "package" | undefined>();
    expectTypeOf<ServiceConfig>().not.toHaveProperty("check");
    // @ts-expect-error -- "tests" is none of the choices
    defineConfig({ services: { a: { input: "a.xml", output: "a", emit: ["tests"] } } });
  });
});
