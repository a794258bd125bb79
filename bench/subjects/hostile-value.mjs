// Makes one hostile value and, if a function is named, gives it to that function of its schema. Prints the CPU seconds
// that the function takes at its first call.
import process from "node:process";

const [module, folder, name, call] = process.argv.slice(2);
const { hostileValues, schemas } = await import(module);
const { schema, make } = hostileValues(folder)[name];
const value = make();
const before = process.cpuUsage();
if (call !== undefined) schemas[schema][call](value);
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / 1e6));
