// Rules about answers: codes, headers and problems.
import { STATUS_CODES } from 'node:http';
import { answers, branches, isError, isSuccess, operations } from './walk.mjs';

const problemTypes = ['application/problem+json', 'application/problem+xml'];
const problemFields = ['status', 'title', 'detail'];

const header = ({ headers }, name) =>
  Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

/** The fields that a schema requires, those of its parts included. */
const requiredOf = (document, schema) => [
  ...new Set(branches(document, schema).flatMap(({ required }) => required ?? [])),
];

/** @type {import('./rule.mjs').Regel[]} */
export const answerRules = [
  {
    id: '/core/version-header',
    *find(document) {
      for (const { answer, at } of answers(document)) {
        const version = header(answer, 'API-Version');
        if (version === undefined) yield [at, 'De header API-Version ontbreekt bij dit antwoord.'];
        else if (!branches(document, version.schema).some(({ type }) => type === 'string')) {
          yield [at, 'De header API-Version is een tekst, zoals 1.4.2.'];
        }
      }
    },
  },
  {
    id: '/core/error-handling/problem-details',
    *find(document) {
      for (const { code, answer, at } of answers(document)) {
        if (!isError(code)) continue;
        const types = Object.keys(answer.content ?? {});
        if (types.length === 0 || types.some((type) => !problemTypes.includes(type))) {
          yield [at, `Een fout komt als ${problemTypes[0]}, niet als ${types.join(', ') || 'niets'}.`];
        }
        for (const type of types.filter((one) => problemTypes.includes(one))) {
          const missing = problemFields.filter(
            (field) => !requiredOf(document, answer.content[type].schema).includes(field),
          );
          if (missing.length > 0) {
            yield [[...at, 'content', type], `De fout moet altijd ${missing.join(', ')} hebben (required).`];
          }
        }
      }
    },
  },
  {
    id: '/core/error-handling/invalid-input',
    *find(document) {
      for (const { parameters, operation, at } of operations(document)) {
        const takesInput = parameters.length > 0 || operation.requestBody !== undefined;
        if (takesInput && operation.responses?.['400'] === undefined) {
          yield [at, 'Deze operatie neemt invoer: noem ook het antwoord 400.'];
        }
      }
    },
  },
  {
    id: '/core/error-handling/all-errors',
    *find(document) {
      for (const { code, answer, at } of answers(document)) {
        const schema = answer.content?.[problemTypes[0]]?.schema;
        if (code !== '400' || schema === undefined) continue;
        const fields = branches(document, schema).flatMap((part) => Object.values(part.properties ?? {}));
        if (!fields.some((field) => branches(document, field).some(({ type }) => type === 'array'))) {
          yield [at, 'Een 400 moet plaats hebben voor een lijst met alle fouten in de invoer.'];
        }
      }
    },
  },
  {
    id: '/core/http-response-code',
    *find(document) {
      for (const { operation, at } of operations(document)) {
        const codes = Object.keys(operation.responses ?? {});
        if (!codes.some((code) => /^[23]/.test(code))) yield [at, 'Noem ook het antwoord als het lukt.'];
      }
      for (const { code, answer, at } of answers(document)) {
        if (code !== 'default' && STATUS_CODES[code] === undefined) {
          yield [at, `«${code}» is geen bestaande HTTP-code.`];
        }
        if (['204', '304'].includes(code) && answer.content !== undefined) {
          yield [at, `Bij ${code} hoort geen inhoud.`];
        }
      }
    },
  },
  {
    id: '/core/deprecation-schedule',
    *find(document) {
      for (const { operation, code, answer, at } of answers(document)) {
        if (operation.deprecated !== true || !isSuccess(code)) continue;
        for (const name of ['Deprecation', 'Sunset']) {
          if (header(answer, name) === undefined) {
            yield [at, `Deze operatie vervalt: noem de header ${name}.`];
          }
        }
      }
    },
  },
];
