import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { cloudEventVan, GEBEURTENISSOORTEN, HANDELINGEN, testEventVan } from '@maatwerktraject/domain';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { AUDIT, OPERATION_ID } from '../http/operation.decorator.js';
import { RECHT } from '../toegang/recht.decorator.js';
import { API_VERSION } from '../api-version.js';
import { operationsOf } from './conventions.js';
import { createDocument } from './document.js';
import { createRoutesApp } from './routes-app.js';
import type { WEBHOOKS } from './webhooks.js';

interface Route {
  readonly route?: { readonly path: string; readonly methods: Record<string, boolean> };
}

interface Link {
  readonly operationId: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const routesOf = (document: OpenAPIObject) =>
  operationsOf(document).map(({ method, path, operation }) => ({ route: `${method} ${path}`, operation }));

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === '$ref' ? [String(part)] : refsIn(part)));
}

describe('OpenAPI-document', () => {
  let app: NestExpressApplication;
  let document: OpenAPIObject;

  beforeAll(async () => {
    app = await createRoutesApp();
    document = createDocument(app);
  });

  afterAll(() => app.close());

  it('is the one that is kept with the code (npm run openapi -w @maatwerktraject/api)', async () => {
    const kept: unknown = JSON.parse(await readFile('apps/api/openapi.json', 'utf8'));
    expect(JSON.parse(JSON.stringify(document))).toEqual(kept);
  });

  it('is OpenAPI 3.1 of which every reference leads somewhere', () => {
    expect(document.openapi).toBe('3.1.0');
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(50);
    const known = Object.entries(document.components ?? {}).flatMap(([kind, named]) =>
      Object.keys(named).map((name) => `#/components/${kind}/${name}`),
    );
    expect(refs.filter((ref) => !known.includes(ref))).toEqual([]);
  });

  it('says with what was made what can be done with it, by operations and parameters that there are', () => {
    const operations = operationsOf(document);
    const links = operations.flatMap(({ operation: { operationId, responses } }) =>
      Object.values(responses).flatMap((response) =>
        Object.entries((response && 'links' in response ? response.links : undefined) ?? {}).map(
          ([name, link]) => ({ from: operationId, name, ...link }) as Link & { from: string; name: string },
        ),
      ),
    );
    for (const { name, operationId, parameters } of links) {
      const to = operations.find(({ operation }) => operation.operationId === operationId)?.operation;
      const known = (to?.parameters ?? []).flatMap((parameter) =>
        'name' in parameter ? [parameter.name] : [],
      );
      expect([name, Object.keys(parameters).filter((key) => !known.includes(key))]).toEqual([
        operationId,
        [],
      ]);
    }
    const made = (from: string) => links.filter((link) => link.from === from).map(({ name }) => name);
    expect(made('maakWebhook')).toEqual(expect.arrayContaining(['leesWebhook', 'verwijderWebhook']));
    expect(made('geefDiensttoken')).toEqual(['trekDiensttokenIn']);
    expect(links).toContainEqual({
      from: 'maakAccount',
      name: 'wijzigAccount',
      operationId: 'wijzigAccount',
      parameters: { accountId: '$response.body#/id', 'If-Match': '"{$response.body#/versie}"' },
    });
  });

  it('has the version of the contract in the address of its server, and whom to ask', () => {
    expect(document.servers).toEqual([{ url: '/api/v1', description: 'Deze server' }]);
    expect([document.info.version, API_VERSION.split('.')[0]]).toEqual([API_VERSION, '1']);
    expect(Object.keys(document.paths).filter((path) => path.startsWith('/api'))).toEqual([]);
    expect(Object.keys(document.info.contact ?? {}).sort()).toEqual(['email', 'name', 'url']);
  });

  it('describes what a webhook gets: each event and a test, as one of the two and not as the other', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema(document, 'document');
    const { webhooks } = document as OpenAPIObject & { webhooks: typeof WEBHOOKS };
    const { schema } = webhooks.gebeurtenis.post.requestBody.content['application/cloudevents+json'];
    const past = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as object);
    const [levering, webhook, cohortId] = [randomUUID(), randomUUID(), randomUUID()];
    const afzender = { bron: 'urn:nld:systeem:proef', publicUrl: 'https://mwt.example' };
    const moment = new Date().toISOString();
    const test = testEventVan(levering, webhook, moment, afzender);
    expect([past(test), past.errors]).toEqual([true, null]);
    for (const soort of GEBEURTENISSOORTEN) {
      const feit = {
        soort,
        workflowId: `cohort/${cohortId}`,
        seq: 1,
        volgnummer: 1,
        cohortId,
        trajectId: null,
      };
      const rest = { gemeentecode: null, oefen: true, op: moment, vastgelegdOp: moment, inhoud: {} };
      expect([past(cloudEventVan({ ...feit, ...rest }, afzender)), past.errors]).toEqual([true, null]);
    }
    expect(past({ ...test, type: 'nl.maatwerktraject.stap-geopend.v1' })).toBe(false);
    expect(past({ ...test, data: {} })).toBe(false);
  });

  it('says everywhere that an address or headers can be too long', () => {
    for (const { route, operation } of routesOf(document))
      expect([route, Object.keys(operation.responses)]).toEqual([
        route,
        expect.arrayContaining(['414', '429', '431']),
      ]);
  });

  it('says of a body that is refused with fields that are not known', () => {
    const dicht = (name: string) => document.components?.schemas?.[name];
    expect(dicht('WissingOpdracht')).toMatchObject({ additionalProperties: false });
    expect(dicht('Cohort')).not.toHaveProperty('additionalProperties');
  });

  it('holds every route that Express knows', () => {
    const { stack } = (app.getHttpAdapter().getInstance() as unknown as { router: { stack: Route[] } })
      .router;
    const routes = stack.flatMap(({ route }) =>
      // A route for every method at once is middleware of the framework; the login sends browsers on, not programs.
      route &&
      Object.keys(route.methods).length === 1 &&
      !/\/docs(\/|$)|openapi\.(json|yaml)|^\/health\/|\/aanmelding\/oidc/.test(route.path)
        ? Object.keys(route.methods).map(
            (method) => `${method} ${route.path.replace(/^\/api\/v1/, '').replace(/:(\w+)/g, '{$1}')}`,
          )
        : [],
    );
    expect(routes.length).toBeGreaterThanOrEqual(30);
    expect(
      routesOf(document)
        .map(({ route }) => route)
        .sort(),
    ).toEqual(routes.sort());
  });

  it('has an example of every body and every answer', () => {
    const schemas = document.components?.schemas as Record<string, { examples?: unknown[] }>;
    const without = routesOf(document).flatMap(({ route, operation }) => {
      const parts = [operation.requestBody, ...Object.values(operation.responses)] as (
        | {
            content?: Record<string, { schema?: { $ref?: string } }>;
          }
        | undefined
      )[];
      const refs = parts.flatMap((part) =>
        Object.entries(part?.content ?? {}).flatMap(([type, { schema }]) =>
          type.includes('json') ? [schema?.$ref ?? 'no name'] : [],
        ),
      );
      return refs
        .filter((name) => !schemas[name.replace('#/components/schemas/', '')]?.examples?.length)
        .map((name) => `${route}: ${name}`);
    });
    expect(without).toEqual([]);
  });

  it('says of every route what it is called, does and answers', () => {
    const operations = routesOf(document);
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { route, operation } of operations) {
      const answers = Object.entries(operation.responses);
      expect([route, operation.operationId, operation.summary]).toEqual([
        route,
        expect.stringMatching(/^\w+$/),
        expect.stringMatching(/\.$/),
      ]);
      expect([route, answers.some(([status]) => status.startsWith('2'))]).toEqual([route, true]);
      const silent = answers.filter(
        ([, answer]) => !('API-Version' in (('headers' in answer! && answer.headers) || {})),
      );
      expect([route, silent.map(([status]) => status)]).toEqual([route, []]);
      const protectedRoute = (operation.security ?? []).length > 0;
      expect([route, ['401', '403'].every((status) => status in operation.responses)]).toEqual([
        route,
        protectedRoute,
      ]);
    }
  });
});

describe('toegang', () => {
  let app: NestExpressApplication;
  beforeAll(async () => {
    app = await createRoutesApp();
  });
  afterAll(() => app.close());

  /** Of all routes: how they are called, and the metadata of route and controller. */
  function handlers() {
    const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
      ...module.controllers.values(),
    ]);
    const scanner = new MetadataScanner();
    return controllers.flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, () => unknown>;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        if (!handler || Reflect.getMetadata(PATH_METADATA, handler) === undefined) return [];
        return [{ naam: `${metatype.name}.${name}`, metatype, handler }];
      });
    });
  }

  it('is declared on every route', () => {
    const routes = handlers();
    const undeclared = routes.filter(
      ({ metatype, handler }) =>
        !Reflect.hasMetadata(RECHT, handler) && !Reflect.hasMetadata(RECHT, metatype),
    );
    expect(undeclared.map(({ naam }) => naam)).toEqual([]);
    expect(routes.length).toBeGreaterThanOrEqual(30);
  });

  it('of every read that a beheerder does for a reason there is a line', () => {
    const gelezen = handlers().filter(
      ({ handler, metatype }) =>
        Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.GET &&
        ['trajecten.lezen', 'taken.lezen'].includes(
          String(Reflect.getMetadata(RECHT, handler) ?? Reflect.getMetadata(RECHT, metatype)),
        ),
    );
    expect(gelezen.length).toBeGreaterThanOrEqual(4);
    const zonder = gelezen.filter(({ handler }) => Reflect.getMetadata(AUDIT, handler) !== 'inzage');
    expect(zonder.map(({ naam }) => naam)).toEqual([]);
  });

  it('of every route that changes something it is said how it is accounted for', () => {
    const unsafe = handlers().filter(
      ({ handler }) => Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET,
    );
    expect(unsafe.length).toBeGreaterThanOrEqual(20);
    const wijze = ({ handler }: { handler: () => unknown }): unknown => Reflect.getMetadata(AUDIT, handler);
    const silent = unsafe.filter((route) => !['eigen', 'automatisch', 'geen'].includes(String(wijze(route))));
    expect(silent.map(({ naam }) => naam)).toEqual([]);
    expect(unsafe.filter((route) => wijze(route) === 'geen').map(({ naam }) => naam)).toEqual([
      'AanmeldlinkController.vraag',
      'PasskeyController.begin',
      'PasskeyAanmeldingController.vraag',
      'TaakController.bewaar',
    ]);
  });

  it('what is accounted for by itself is in the list of what can stand in the log, and so has a Dutch word', () => {
    const vanzelf = handlers().filter(({ handler }) => Reflect.getMetadata(AUDIT, handler) === 'automatisch');
    const namen = vanzelf.map(({ handler }) => String(Reflect.getMetadata(OPERATION_ID, handler)));
    expect(namen.length).toBeGreaterThanOrEqual(10);
    expect(namen.filter((naam) => !HANDELINGEN.some((een) => een === naam))).toEqual([]);
    // The other names of operations in the list are of no route any more.
    const verouderd = HANDELINGEN.filter((een) => /[A-Z]/.test(een) && !namen.includes(een));
    expect(verouderd).toEqual([]);
  });
});
