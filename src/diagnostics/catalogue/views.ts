export const viewsEntries = {};
