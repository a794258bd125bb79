import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { Window } from "happy-dom";
import { act } from "react";
import type { Resolver } from "react-hook-form";
import { afterEach, beforeEach, expect, expectTypeOf, it, vi } from "vitest";
import { OrderForm } from "./generated/order-form.jsx";
import { orderCreateSchema, type OrderCreate } from "./generated/service/index.js";

/** A form in a window of its own. */
interface Shown {
  type(name: string, text: string): Promise<void>;
  submit(): Promise<void>;
  /** The message beneath each input that has one, by the name of the input. */
  messages(): Readonly<Record<string, string>>;
}

async function show(save: (order: OrderCreate) => void): Promise<Shown> {
  const window = new Window();
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("navigator", window.navigator);
  vi.stubGlobal("HTMLElement", window.HTMLElement);
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const { createRoot } = await import("react-dom/client");
  const container = window.document.createElement("div");
  window.document.body.append(container);
  const root = createRoot(container as unknown as Element);
  await act(() => root.render(<OrderForm save={save} />));
  return {
    type: async (name, text) =>
      act(() => {
        const input = container.querySelector(`input[name="${name}"]`);
        // React ignores values that are set by way of the element itself.
        Reflect.set(window.HTMLInputElement.prototype, "value", text, input);
        input?.dispatchEvent(new window.Event("input", { bubbles: true }));
      }),
    submit: async () =>
      act(async () => {
        const event = new window.Event("submit", { bubbles: true, cancelable: true });
        container.querySelector("form")?.dispatchEvent(event);
      }),
    messages: () => {
      const outputs = [...container.querySelectorAll("output")].filter(({ textContent }) => textContent !== "");
      return Object.fromEntries(
        outputs.map((output) => [output.previousElementSibling?.getAttribute("name"), output.textContent]),
      );
    },
  };
}

export function steps(): void {
  afterEach(() => vi.unstubAllGlobals());
  const save = vi.fn<(order: OrderCreate) => void>();
  beforeEach(() => void save.mockClear());

  it("shows each message at its field", async () => {
    const form = await show(save);
    await form.type("shipTo.street", "x".repeat(61));
    await form.type("lines.0.quantity", "1.5");
    await form.submit();
    expect(form.messages()).toEqual({
      "shipTo.street": "must be a string of at most 60 characters",
      "lines.0.quantity": expect.stringContaining("must be an integer"),
    });
    expect(save).not.toHaveBeenCalled();
  });

  it("saves what has no issues, with null for a date that is left empty", async () => {
    const form = await show(save);
    await form.type("shipTo.street", "Quay 1");
    await form.type("shipTo.city", "Cork");
    await form.type("lines.0.sku", "A-1");
    await form.type("lines.0.quantity", "2");
    await form.submit();
    expect(form.messages()).toEqual({});
    expect(save).toHaveBeenCalledWith({
      due: null,
      shipTo: { street: "Quay 1", city: "Cork" },
      lines: [{ position: 1, sku: "A-1", quantity: 2 }],
    });
  });

  it("the resolver is typed by the schema", () => {
    const resolver = standardSchemaResolver(orderCreateSchema);
    expectTypeOf(resolver).toEqualTypeOf<Resolver<OrderCreate, unknown, OrderCreate>>();
    // @ts-expect-error a form of other values
    const wrong: Resolver<{ title: string }, unknown, { title: string }> = resolver;
    expect(wrong).toBe(resolver);
  });
}
