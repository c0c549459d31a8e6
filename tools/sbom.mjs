// `npm run sbom`: writes the software bill of materials to .build/sbom.cdx.json (CycloneDX 1.6).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBom } from './checks/supply/bom.mjs';
import { readAllow, readLock } from './checks/supply/lock.mjs';
import { root } from './checks/lib.mjs';

const file = '.build/sbom.cdx.json';
const text = createBom(readLock(), readAllow());
mkdirSync(join(root, '.build'), { recursive: true });
writeFileSync(join(root, file), text);
console.log(`De stuklijst met ${JSON.parse(text).components.length} pakketten staat in ${file}.`);
