import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import { API_PREFIX } from '../api-version.js';
import { createDocument } from './document.js';

/** Where the documentation is, below the root. */
export const DOCUMENT_PATH = `${API_PREFIX}/openapi.json`;
export const YAML_PATH = `${API_PREFIX}/openapi.yaml`;
export const PAGE_PATH = `${API_PREFIX}/docs`;

/** Any page may read the document: tools that live elsewhere do (NL GOV /core/publish-openapi). It holds no secrets. */
function forEveryone(_request: Request, response: Response, next: NextFunction): void {
  response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  next();
}

/** Serves the OpenAPI document, and a page to read it and try it out. */
export function serveDocumentation(app: NestExpressApplication): void {
  app.use([`/${DOCUMENT_PATH}`, `/${YAML_PATH}`], forEveryone);
  SwaggerModule.setup(PAGE_PATH, app, () => createDocument(app), {
    jsonDocumentUrl: DOCUMENT_PATH,
    yamlDocumentUrl: YAML_PATH,
    raw: ['json', 'yaml'],
    customSiteTitle: 'API van het Maatwerktraject',
  });
}
