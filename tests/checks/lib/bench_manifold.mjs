// Times manifold-3d making plain boxes. Reads [[x, y, z], ...] in metres from stdin; prints
// {"boxes", "us_per_box", "total_us", "first_us"}: the median of 15 runs after 3 to warm up, and the very first run,
// before anything is compiled. Meshes are read back, as a program that shows them has to; otherwise manifold
// evaluates nothing.
import { readFileSync } from 'node:fs';
import { pathToFileURL, fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../../build/node/node_modules/manifold-3d/manifold.js', import.meta.url));
const { default: Module } = await import(pathToFileURL(entry).href);
const module = await Module();
module.setup();
const { Manifold } = module;

const sizes = JSON.parse(readFileSync(0, 'utf8'));
let triangles = 0;
function run() {
  const begin = process.hrtime.bigint();
  for (const size of sizes) {
    const box = Manifold.cube(size, true);
    triangles += box.getMesh().numTri;
    box.delete();
  }
  return Number(process.hrtime.bigint() - begin) / 1000;
}
const first = run();
for (let i = 0; i < 2; ++i) run();
triangles = 0;
const times = Array.from({ length: 15 }, run).sort((a, b) => a - b);
if (triangles !== 15 * 12 * sizes.length) throw new Error(`expected 12 triangles a box, got ${triangles}`);
const total = times[7];
console.log(JSON.stringify({ boxes: sizes.length, us_per_box: total / sizes.length, total_us: total, first_us: first }));
