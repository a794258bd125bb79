export const mergeEntries = {};
