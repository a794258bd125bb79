export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown; // JSON.parse is declared to return any
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
