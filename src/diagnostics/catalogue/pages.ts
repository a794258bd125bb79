export const pagesEntries = {};
