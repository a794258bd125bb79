export const csdlEntries = {};
