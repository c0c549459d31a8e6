import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the build leaves the bundled workflow code; the same file is used to replay recorded histories. */
export function workflowBundlePath(): string {
  const path = fileURLToPath(import.meta.resolve('@maatwerktraject/workflows/bundle'));
  if (!existsSync(path)) throw new Error('de gebundelde workflowcode ontbreekt: draai eerst "npm run build"');
  return path;
}
