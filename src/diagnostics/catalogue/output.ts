export const outputEntries = {};
