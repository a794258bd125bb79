import { describe, expectTypeOf, it } from "vitest";
import type { GenerateOptions } from "../../src/config/options/generate.js";
import { defineConfig, type ServiceConfig, type UserConfig } from "../../src/config/user-config.js";

describe("the option table", () => {
  it("gives each option its type", () => {
    expectTypeOf<GenerateOptions["emit"]>().toEqualTypeOf<
      readonly (
        "types" | "validators" | "client" | "operations" | "examples" | "zod" | "json-schema" | "query" | "mock"
      )[]
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
    // @ts-expect-error -- nor is it a key
    defineConfig({ services: { a: { input: "a.xml", output: "a", emitt: ["types"] } } });
  });

  it("takes one item in the place of a list, and inputs with headers", () => {
    const input = { url: "https://host/service/$metadata", headers: { Authorization: "env:TOKEN" } };
    const config = {
      services: { a: { input: [input, "b.xml"], output: "a", emit: "types", include: "/users/**" } },
    } as const;
    expectTypeOf(defineConfig(config)).toEqualTypeOf<UserConfig>();
    defineConfig(async () => ({ services: { a: { input, output: "a" } } }));
    defineConfig(Promise.resolve(config));
    // @ts-expect-error -- a header has a text
    defineConfig({ services: { a: { input: { url: input.url, headers: { Authorization: 1 } }, output: "a" } } });
  });
});
