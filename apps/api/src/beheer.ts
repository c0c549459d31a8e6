import 'reflect-metadata';
import { parseMigrationConfig, type MigrationConfig } from '@maatwerktraject/config';
import { systeemOptions } from '@maatwerktraject/database';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { isAndereBeheerder } from './account/laatste.js';
import { laatToe, NieuwePersoon } from './beheer/accounts.opdracht.js';
import { controleerAudit } from './beheer/audit.opdracht.js';
import { EerderKenmerk, verslagVan } from './beheer/audit.verslag.js';
import { herverzegel } from './beheer/verzegel.opdracht.js';
import { failureSentence, stopWith } from './failure.js';

const GEBRUIK = [
  'Zo gebruikt u deze opdracht:',
  '  eerste-beheerder <e-mailadres> "<naam>"   geeft de eerste persoon toegang; daarna kan het op de website',
  '  accounts <lijst in JSON>                  geeft mensen een rol: [{"email": "…", "naam": "…", "rol": "adviseur"}]',
  '  audit-controle                            gaat na of er niets in het auditlog is veranderd',
  '  audit-controle <regels> <kenmerk>         ook: of het verdergaat vanaf wat u eerder opschreef',
  '  herverzegel                               zet namen en adressen over op de nieuwste sleutel',
];

/** A mistake of whoever gave the command, in Dutch. */
class Verkeerd extends Error {}

type Opdracht = (database: DataSource, config: MigrationConfig, args: readonly string[]) => Promise<string>;

function gelezen<T>(schema: z.ZodType<T>, waarde: unknown): T {
  const { success, data, error } = schema.safeParse(waarde);
  if (success) return data;
  throw new Verkeerd(error.issues.map(({ message, path }) => `${path.join('.')}: ${message}`).join('\n'));
}

function uitJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    throw new Verkeerd('Dit is geen geldige JSON. Zet de lijst tussen enkele aanhalingstekens.');
  }
}

const OPDRACHTEN: Readonly<Record<string, Opdracht>> = {
  'eerste-beheerder': (database, { keyring }, [email, naam]) =>
    database.transaction(async (db) => {
      const persoon = gelezen(NieuwePersoon, { email, naam, rol: 'beheerder' });
      if (await isAndereBeheerder(db, null))
        throw new Verkeerd('Er is al een beheerder. Laat die op de website iemand toegang geven.');
      await laatToe(db, keyring, persoon);
      return 'Deze persoon is nu beheerder, en kan zich aanmelden met het account van dit adres.';
    }),
  accounts: (database, { keyring }, [lijst = '']) =>
    database.transaction(async (db) => {
      const mensen = gelezen(z.array(NieuwePersoon), uitJson(lijst));
      for (const persoon of mensen) await laatToe(db, keyring, persoon);
      return `${String(mensen.length)} account(s) in orde.`;
    }),
  'audit-controle': async (database, _, [volgnummer, hash]) => {
    const eerder = volgnummer === undefined ? undefined : gelezen(EerderKenmerk, { volgnummer, hash });
    const { fout, zin } = verslagVan(await controleerAudit(database, eerder), eerder);
    if (fout) throw new Verkeerd(zin);
    return zin;
  },
  herverzegel: async (database, { keyring }) =>
    `${String(await herverzegel(database, keyring))} tekst(en) verzegeld met sleutel ${keyring.currentId}.`,
};

async function run(config: MigrationConfig, [naam = '', ...args]: readonly string[]): Promise<void> {
  const opdracht = Object.hasOwn(OPDRACHTEN, naam) ? OPDRACHTEN[naam] : undefined;
  if (!opdracht) throw new Verkeerd(GEBRUIK.join('\n'));
  const database = await new DataSource(systeemOptions(config.databaseUrl)).initialize();
  try {
    console.log(await opdracht(database, config, args));
  } finally {
    await database.destroy();
  }
}

const result = parseMigrationConfig(process.env);
if (!result.ok) stopWith(result.faults);
else
  await run(result.config, process.argv.slice(2)).catch((error: unknown) =>
    stopWith([error instanceof Verkeerd ? error.message : failureSentence(error)]),
  );
