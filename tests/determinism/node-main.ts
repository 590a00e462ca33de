// The script that a Node process of its own runs: what to train as its argument, what came of it on standard output.
import { trainAll } from "./training";

console.log(JSON.stringify(await trainAll(JSON.parse(process.argv[2] ?? "{}"))));
