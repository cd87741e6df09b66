// Runs the Khronos glTF validator over many files in one process.
// Usage: node validate_glb.mjs [--allow-hints] FILE...
// Exit code 0 when no file has an error, a warning, an info (or a hint, unless allowed); else prints each and exits 1.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const modules = new URL('../../../build/node/', import.meta.url);
const validator = createRequire(fileURLToPath(modules))('gltf-validator');

const names = ['error', 'warning', 'info', 'hint'];
const allowHints = process.argv[2] === '--allow-hints';
const files = process.argv.slice(allowHints ? 3 : 2);
if (files.length === 0) {
  console.error('usage: validate_glb.mjs [--allow-hints] FILE...');
  process.exit(2);
}

const worst = allowHints ? 2 : 3;
const total = [0, 0, 0, 0];
let bad = 0;
for (const file of files) {
  const report = await validator.validateBytes(new Uint8Array(readFileSync(file)), { maxIssues: 20 });
  const { numErrors, numWarnings, numInfos, numHints, messages } = report.issues;
  [numErrors, numWarnings, numInfos, numHints].forEach((count, severity) => { total[severity] += count; });
  const shown = messages.filter((message) => message.severity <= worst);
  for (const { severity, code, pointer, message } of shown) {
    console.error(`${file}: ${names[severity]} ${code} at ${pointer ?? '-'}: ${message}`);
  }
  if (shown.length > 0) bad += 1;
}
console.log(`glTF validator: ${files.length} files, ${total.map((n, i) => `${n} ${names[i]}s`).join(', ')}`);
process.exit(bad > 0 ? 1 : 0);
