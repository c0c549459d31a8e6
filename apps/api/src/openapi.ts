import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { createDocument } from './openapi/document.js';
import { createRoutesApp } from './openapi/routes-app.js';

// Writes openapi.json, the document that is kept with the code; `npm run openapi` formats it.
const app = await createRoutesApp();
await writeFile(new URL('../openapi.json', import.meta.url), JSON.stringify(createDocument(app), null, 2));
await app.close();
