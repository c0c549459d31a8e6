import { z } from 'zod';

type Raw = Parameters<z.core.$ZodErrorMap>[0];

const KINDS: Readonly<Record<string, string>> = {
  string: 'Vul hier tekst in.',
  number: 'Vul hier een getal in.',
  int: 'Vul hier een heel getal in.',
  boolean: 'Kies ja (true) of nee (false).',
  array: 'Geef hier een lijst.',
  object: 'Geef hier een groep velden.',
  record: 'Geef hier een groep velden.',
};

function sentence(issue: Raw): string | undefined {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return 'Vul dit in.';
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? 'Deze waarde past hier niet.';
    case 'invalid_value':
      return `Kies een van deze waarden: ${issue.values.map(String).join(', ')}.`;
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `Dit is te lang: niet meer dan ${String(issue.maximum)}.`
        : `Vul een getal in van ${String(issue.maximum)} of minder.`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'Vul dit in.'
        : `Vul een getal in van ${String(issue.minimum)} of meer.`;
    case 'unrecognized_keys':
      return `Dit veld kennen wij niet: ${issue.keys.join(', ')}.`;
    default:
      return undefined;
  }
}

/** Lets zod speak plain Dutch; a message on a schema itself goes before these. */
export function speakDutch(): void {
  z.config({ ...z.locales.nl(), customError: sentence });
}
