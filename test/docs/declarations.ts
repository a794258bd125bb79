/** What programs of the pages have from packages that are not installed here. */
export const declarations = `declare const process: { readonly env: Readonly<Record<string, string | undefined>> };
`;
