import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { createDocument } from './document.js';

/** Where the documentation is, below the root. */
export const DOCUMENT_PATH = 'api/v1/openapi.json';
export const PAGE_PATH = 'api/v1/docs';

/** Serves the OpenAPI document, and a page to read it and try it out. */
export function serveDocumentation(app: NestExpressApplication): void {
  SwaggerModule.setup(PAGE_PATH, app, () => createDocument(app), {
    jsonDocumentUrl: DOCUMENT_PATH,
    raw: ['json'],
    customSiteTitle: 'API van het Maatwerktraject',
  });
}
