// Rules about the document as a whole: who, which version, where, and in which words.
import { operations, texts } from './walk.mjs';

const semver = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[\dA-Za-z.-]+)?(?:\+[\dA-Za-z.-]+)?$/;
const versionSegment = /(?:^|\/)v([^/]*)(?=\/|$)/;

// Words that are English only, so that a Dutch sentence never has them.
const english =
  /\b(the|and|with|from|returns?|this|that|which|your|you|are|not|invalid|required|missing|error)\b/i;
const technology = /\b(nest(js)?|express|typeorm|postgres(ql)?|temporal|workflow|zod|node\.?js|react|sql)\b/i;

function* serverUrls(document) {
  const own = (servers, at, path) => (servers ?? []).map(({ url }, i) => ({ url, path, at: [...at, i] }));
  yield* own(document.servers, ['servers'], '');
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    yield* own(item.servers, ['paths', path, 'servers'], path);
  }
  for (const { path, operation, at } of operations(document)) {
    yield* own(operation.servers, [...at, 'servers'], path);
  }
}

/** Liveness and readiness are asked by the machine room, which knows no versions. */
const isHealth = (path) => path.startsWith('/health/');

/** @type {import('./rule.mjs').Regel[]} */
export const documentRules = [
  {
    id: '/core/doc-openapi',
    *find({ openapi, paths }) {
      if (!/^3\.1\.\d+$/.test(openapi)) yield [['openapi'], 'Het document moet OpenAPI 3.1 zijn.'];
      if (Object.keys(paths ?? {}).length === 0) yield [['paths'], 'Het document noemt geen paden.'];
    },
  },
  {
    id: '/core/doc-openapi-contact',
    *find({ info }) {
      const { name, url, email } = info?.contact ?? {};
      const at = ['info', 'contact'];
      if (!name?.trim()) yield [at, 'info.contact.name ontbreekt: noem wie de API beheert.'];
      if (!/^https:\/\/\S+$/.test(url ?? '')) yield [at, 'info.contact.url moet een adres met https zijn.'];
      if (!/^\S+@\S+$/.test(email ?? '')) yield [at, 'info.contact.email moet een mailadres zijn.'];
    },
  },
  {
    id: '/core/semver',
    *find({ info }) {
      if (!semver.test(info?.version ?? '')) {
        yield [['info', 'version'], 'info.version moet drie getallen zijn, zoals 1.4.2.'];
      }
    },
  },
  {
    id: '/core/uri-version',
    *find(document) {
      if ((document.servers ?? []).length === 0) {
        yield [['servers'], 'Noem in servers het adres van de API met /v en het hoofdnummer van de versie.'];
      }
      const [, major] = semver.exec(document.info?.version ?? '') ?? [];
      for (const { url, path, at } of serverUrls(document)) {
        if (isHealth(path)) continue;
        const version = versionSegment.exec(url)?.[1];
        if (!/^(0|[1-9]\d*)$/.test(version ?? '')) {
          yield [at, `«${url}» moet /v en alleen het hoofdnummer van de versie hebben, zoals /v1.`];
        } else if (major !== undefined && version !== major) {
          yield [at, `«${url}» heeft een ander hoofdnummer dan info.version ${document.info.version}.`];
        }
      }
      for (const path of Object.keys(document.paths ?? {})) {
        if (/\/v\d[^/]*(\/|$)/.test(path)) {
          yield [['paths', path], 'De versie hoort in servers, niet in een pad.'];
        }
      }
    },
  },
  {
    id: 'nlgov/servers-use-https',
    *find(document) {
      for (const { url, at } of serverUrls(document)) {
        if (/^http:/i.test(url)) yield [at, `«${url}» moet met https beginnen.`];
      }
    },
  },
  {
    id: '/core/doc-language',
    asWritten: true,
    *find(document) {
      for (const [at, text] of texts(document)) {
        const [word] = english.exec(text) ?? [];
        if (word) yield [at, `«${word}» is Engels. Schrijf de tekst in het Nederlands.`];
      }
    },
  },
  {
    id: '/core/hide-implementation',
    asWritten: true,
    *find(document) {
      const names = [
        ...Object.keys(document.components?.schemas ?? {}).map((name) => [
          ['components', 'schemas', name],
          name,
        ]),
        ...[...operations(document)].map(({ path, at }) => [at, path]),
      ].map(([at, name]) => [at, name.replace(/([a-z])([A-Z])/g, '$1 $2')]);
      for (const [at, text] of [...texts(document), ...names]) {
        const [word] = technology.exec(text) ?? [];
        if (word) yield [at, `«${word}» zegt hoe het systeem is gemaakt. Zeg wat de gebruiker merkt.`];
      }
    },
  },
];
