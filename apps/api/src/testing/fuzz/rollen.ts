import { RECHTEN, RECHTEN_VAN_MENSEN, TYPENAMEN } from '@maatwerktraject/domain';
import { maakAccount, meldAan, verleen } from '@maatwerktraject/testing/services';
import { maakToken } from '../mensen.js';
import type { WieNaam } from '../toegang-vormen.js';
import { maakVers } from '../vers.js';
import type { FuzzOpstelling } from './opstelling.js';

/** In whose name the API is fuzzed: every role, a service with each permission, and nobody. */
export const FUZZ_ROLLEN = [
  'adviseur',
  'hoofdcontact',
  'onderzoeker',
  'beheerder',
  'dienst met het recht',
  'niemand',
] as const satisfies readonly WieNaam[];
export type FuzzRol = (typeof FUZZ_ROLLEN)[number];

export type Koppen = Readonly<Record<string, string>>;

/** Gives new headers that prove who somebody is: the last ones may have been used to log out. */
export type Aanmelder = (rol: FuzzRol) => Promise<Koppen>;

/** All that a token can hold. */
const RECHTEN_VAN_TOKEN = RECHTEN.filter((recht) => !RECHTEN_VAN_MENSEN.includes(recht));

export async function maakAanmelder({ proef, eigen, dienst }: FuzzOpstelling): Promise<Aanmelder> {
  const { database } = proef;
  const onderzoeker = await maakAccount(database, 'onderzoek@uni.example');
  await verleen(database, onderzoeker, { rol: 'onderzoeker', cohortId: eigen.cohortId });
  const beheerder = await maakAccount(database, 'beheer@les.example');
  await verleen(database, beheerder, { rol: 'beheerder' });
  return async (rol) => {
    switch (rol) {
      case 'adviseur':
        return { Cookie: await meldAan(database, eigen.adviseur, 'adviseur') };
      case 'hoofdcontact':
        return { Cookie: await meldAan(database, eigen.trajecten[0].hoofd, 'gemeente') };
      case 'onderzoeker':
        return { Cookie: await meldAan(database, onderzoeker, 'onderzoeker') };
      case 'beheerder':
        return { Cookie: await meldAan(database, beheerder, 'beheerder') };
      case 'dienst met het recht':
        return { Authorization: await maakToken(database, dienst, RECHTEN_VAN_TOKEN) };
      case 'niemand':
        return {};
    }
  };
}

const TAKEN = [
  'inventariseren.startgegevens.hoofdcontact',
  'inventariseren.scan.bestuur',
  'evalueren.terugblik.adviseur',
];

/** Values for parameters of which a random one would never be of anything; `mensen` are there to be blocked or erased. */
export async function maakKenmerken({ proef, eigen, ander, levend, dienst }: FuzzOpstelling) {
  const vers = maakVers(proef.database);
  const trajectId = [
    levend.trajectId,
    ...[eigen, ander].flatMap(({ trajecten }) => trajecten.map(({ id }) => id)),
  ];
  const taken = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => TAKEN.map((taak) => `${id}.${taak}`));
  const metProces = [levend.trajectId, ...ander.trajecten.map(({ id }) => id)];
  // The first may be blocked or erased; the second is only given things.
  const [andereDienst, derdeDienst] = [await vers.dienst(eigen), await vers.dienst(eigen)];
  const webhooks = [await vers.webhook(dienst, eigen), await vers.webhook(andereDienst, eigen)];
  return {
    cohortId: [levend, eigen, ander].map(({ cohortId }) => cohortId).concat(eigen.conceptId, ander.conceptId),
    trajectId,
    taakId: taken(trajectId),
    // Names that the hooks know.
    'cohortId met proces': [levend, ander].map(({ cohortId }) => cohortId),
    'trajectId met proces': metProces,
    'taakId met proces': taken(metProces),
    stap: ['inventariseren', 'prioriteren'],
    sleutel: ['startgesprek', 'maatwerktraject'],
    versie: ['1'],
    accountId: [await vers.mens(eigen), andereDienst],
    'accountId van dienst': [dienst, derdeDienst],
    tokenId: [await vers.token(derdeDienst)],
    toekenningId: [await vers.toekenning(eigen), await vers.toekenning(ander)],
    inzageId: [await vers.inzage(eigen, await vers.mens(eigen))],
    webhookId: webhooks.map(({ webhookId }) => webhookId),
    leveringId: webhooks.map(({ leveringId }) => leveringId),
    // Of somebody else: who has one himself would have to show it at each login.
    passkeyId: [await vers.passkey(ander.trajecten[0].hoofd)],
    type: TYPENAMEN,
    // Nobody listens there: what is sent does not arrive, and that is on record.
    url: ['http://127.0.0.1:9/hook'],
  };
}
