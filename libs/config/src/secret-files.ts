import { readFileSync } from 'node:fs';

/** The secrets: each may also stand in a file, named by `<NAME>_FILE`, as containers get them. */
export const secretNames = [
  'ENCRYPTION_KEYS',
  'DATABASE_URL',
  'API_DATABASE_URL',
  'WORKER_DATABASE_URL',
  'SMTP_URL',
  'PRACTICE_SMTP_URL',
  'CODEC_TOKEN',
  'OIDC_CLIENT_SECRET',
] as const;

export type SecretName = (typeof secretNames)[number];

/** The variables with the contents of the files filled in, and a fault by name for each that cannot be. */
interface WithSecrets {
  readonly env: Record<string, string>;
  readonly faults: ReadonlyMap<SecretName, string>;
}

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** Fills in the files of `names`; files of other secrets are left alone, as this process may not be able to read them. */
export const withSecretFiles = (
  env: Readonly<Record<string, string>>,
  names: readonly SecretName[],
): WithSecrets => {
  const filled = { ...env };
  const faults = new Map<SecretName, string>();
  for (const name of names) {
    const path = env[`${name}_FILE`];
    if (path === undefined) continue;
    const content = read(path);
    if (env[name] !== undefined)
      faults.set(name, `${name} en ${name}_FILE zijn allebei ingevuld. Laat er een weg.`);
    else if (content === undefined)
      faults.set(name, `${name}_FILE wijst naar een bestand dat niet te lezen is. Controleer het pad.`);
    else if (content === '')
      faults.set(name, `Het bestand van ${name}_FILE is leeg. Zet de waarde van ${name} erin.`);
    else filled[name] = content;
  }
  return { env: filled, faults };
};
