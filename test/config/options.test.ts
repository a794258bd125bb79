import { describe, expect, it } from "vitest";
import { commonOptions } from "../../src/config/options/common.js";
import { flagOf, withDefaults } from "../../src/config/options/option.js";
import { generateOptions } from "../../src/config/options/generate.js";
import { defineConfig } from "../../src/config/user-config.js";

describe("the option table", () => {
  it("gives the defaults, and no value to what has none", () => {
    expect(withDefaults(generateOptions, {})).toEqual({
      emit: ["types", "validators", "client"],
      include: [],
      exclude: [],
      check: false,
      watch: false,
      printDeps: false,
      force: false,
      verify: false,
      emitFormat: "ts",
      runtime: "inline",
      importExtension: "js",
      tsNocheck: "auto",
      openTypes: "listed",
      untyped: [],
      names: {},
      typeMapping: {},
      artifacts: [],
      allowRemote: [],
    });
    expect(withDefaults(commonOptions, {})).toEqual({ format: "text", quiet: false, allDiagnostics: false });
  });

  it("lets what is given stand, and takes undefined for not given", () => {
    const options = withDefaults(generateOptions, {
      runtime: "package",
      emit: undefined,
      nonNull: "present",
      namespace: undefined,
    });
    expect(options).toMatchObject({ runtime: "package", emit: ["types", "validators", "client"], nonNull: "present" });
    expect("namespace" in options).toBe(false);
  });

  it("names flags in the way of the command line, each alias once", () => {
    expect(Object.keys(generateOptions).map(flagOf)).toEqual([
      "--output",
      "--emit",
      "--include",
      "--exclude",
      "--check",
      "--watch",
      "--print-deps",
      "--force",
      "--verify",
      "--emit-format",
      "--runtime",
      "--base-url",
      "--import-extension",
      "--ts-nocheck",
      "--namespace",
      "--container",
      "--non-null",
      "--keys-on-create",
      "--restrictions",
      "--open-types",
      "--untyped",
      "--names",
      "--type-mapping",
      "--templates",
      "--artifacts",
      "--on-done",
      "--allow-remote",
    ]);
    const all = Object.values({ ...generateOptions, ...commonOptions });
    const aliases = all.flatMap((option) => ("alias" in option ? [option.alias] : []));
    expect(new Set(aliases).size).toBe(aliases.length);
    for (const { help } of all) expect(help).toMatch(/^[A-Z].*\.$/);
  });

  it("has only choices as defaults", () => {
    for (const option of Object.values({ ...generateOptions, ...commonOptions })) {
      if (!("choices" in option) || !("default" in option)) continue;
      expect(option.choices).toEqual(expect.arrayContaining([option.default].flat()));
    }
  });
});

it("defineConfig gives a config file back as it is", () => {
  const config = { services: { lamps: { input: "lamps.xml", output: "generated/lamps" } } };
  expect(defineConfig(config)).toBe(config);
});
