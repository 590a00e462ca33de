// Measures one library on one workload, in a process of its own: prints { version, samples } as its last line.
// Called with their names and, for a library that runs on several threads, how many.
import { libraryNamed, workloadNamed } from "./catalogue.mjs";

const [workloadName = "", libraryName = "", threads] = process.argv.slice(2);
const workload = await workloadNamed(workloadName);
const library = await libraryNamed(libraryName);
const samples = await workload.measure({
  library,
  settings: workload.settings,
  threads: threads === undefined ? undefined : Number(threads),
});
process.stdout.write(`\n${JSON.stringify({ version: library.version?.(), samples })}\n`, () => process.exit(0));
