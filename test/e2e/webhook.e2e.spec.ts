import { setTimeout as rust } from 'node:timers/promises';
import type {
  Account,
  CloudEventPagina,
  GegevenDiensttoken,
  GegevenWebhook,
  Levering,
  LeveringPagina,
  Webhook,
} from '@maatwerktraject/contracts';
import { maakCohort } from '../../tools/src/voorbeeld/cohort.opzet.js';
import { linkUitMail } from './mail.js';
import { Stapel, vrijePoort } from './stapel.js';
import { VoorbeeldOntvanger } from './webhook.ontvanger.js';

jest.setTimeout(400_000);

let stapel: Stapel;
let ontvanger: VoorbeeldOntvanger | undefined;

beforeAll(async () => {
  stapel = await Stapel.maak({ WEBHOOK_LOOPBACK: 'true' });
  await stapel.start();
});
afterAll(async () => {
  await ontvanger?.ruimOp();
  await stapel.ruimOp();
});

type Kop = Record<string, string>;

/** Asks the API as somebody, without a key: secrets are given once. */
async function vraag<T>(kop: Kop, methode: string, pad: string, inhoud?: unknown): Promise<T> {
  const antwoord = await fetch(`${stapel.run().urls.web}/api/v1${pad}`, {
    method: methode,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...kop },
    body: inhoud === undefined ? null : JSON.stringify(inhoud),
  });
  if (!antwoord.ok) throw new Error(`${pad}: ${String(antwoord.status)} ${await antwoord.text()}`);
  return (await antwoord.json()) as T;
}

async function trekIn(kop: Kop, pad: string): Promise<void> {
  const { status } = await fetch(`${stapel.run().urls.web}/api/v1${pad}`, {
    method: 'DELETE',
    headers: { 'sec-fetch-site': 'same-origin', ...kop },
  });
  expect(status).toBe(204);
}

async function totdat(wat: string, klopt: () => boolean | Promise<boolean>): Promise<void> {
  for (const tot = Date.now() + 60_000; !(await klopt()); await rust(200))
    if (Date.now() > tot) throw new Error(`dit gebeurt niet: ${wat}`);
}

test('gegeven een dienst met een webhook, als haar ontvanger en onze worker uitvallen, dan krijgt zij daarna elke gebeurtenis, ondertekend en met haar eigen kenmerk', async () => {
  const api = stapel.api();
  const beheerder = { cookie: await stapel.aanmelding('beheerder') };
  // So slow that nothing happens by itself while the test looks.
  const { cohortId } = await maakCohort(api, { gemeenten: 2, duur: 1_000_000, seed: 1, uit: '' });
  const dienst = await vraag<Account>(beheerder, 'POST', '/accounts', {
    soort: 'dienst',
    naam: 'Zaaksysteem',
  });
  await api.doe('adviseur', 'POST', `/cohorten/${cohortId}/toekenningen`, {
    accountId: dienst.id,
    rol: 'adviseur',
  });
  const { token, id: tokenId } = await vraag<GegevenDiensttoken>(
    beheerder,
    'POST',
    `/accounts/${dienst.id}/diensttokens`,
    {
      naam: 'Koppeling',
      rol: 'adviseur',
      rechten: ['webhooks.beheren', 'gebeurtenissen.lezen'],
      geldigDagen: 1,
    },
  );
  const alsDienst = { authorization: `Bearer ${token}` };

  const poort = await vrijePoort();
  const webhook = await vraag<GegevenWebhook>(alsDienst, 'POST', '/webhooks', {
    naam: 'Zaaksysteem',
    url: `http://127.0.0.1:${String(poort)}/hook`,
  });
  ontvanger = new VoorbeeldOntvanger(poort, webhook.geheim);
  await ontvanger.start();
  const { regels } = ontvanger;
  const eigen = `/webhooks/${webhook.id}`;
  const leveringen = async (status: string): Promise<Levering[]> =>
    (await vraag<LeveringPagina>(alsDienst, 'GET', `${eigen}/leveringen?limiet=500&status=${status}`)).items;
  /** As the list has them: what there is to hear. */
  const gebeurtenissen = async (): Promise<string[]> =>
    (
      await vraag<CloudEventPagina>(alsDienst, 'GET', `/gebeurtenissen?limiet=500&cohortId=${cohortId}`)
    ).items.map(({ type, id }) => `${type} ${id}`);
  const verder = () => api.doe('adviseur', 'POST', `/cohorten/${cohortId}/klok/volgend-moment`, {});
  /** The first attempt may come before the program listens: then it comes again. */
  const nuMeteen = async (): Promise<void> => {
    for (const { id } of await leveringen('wacht'))
      await vraag(alsDienst, 'POST', `${eigen}/leveringen/${id}/opnieuw`);
  };

  const proef = await vraag<Levering>(alsDienst, 'POST', `${eigen}/test`);
  await totdat('de test komt aan', () =>
    regels.includes(`nl.maatwerktraject.test.v1 ${proef.gebeurtenisId}`),
  );

  await verder();
  await totdat('er gaat een taak open', async () =>
    (await gebeurtenissen()).some((een) => een.includes('taak-geopend')),
  );
  await totdat('alles van nu is aangekomen', async () => (await leveringen('wacht')).length === 0);

  await ontvanger.dood();
  const voor = (await gebeurtenissen()).length;
  // More happens while nobody listens.
  for (let keer = 0; keer < 8 && (await gebeurtenissen()).length === voor; keer++) {
    await verder();
    await rust(2_000);
  }
  await totdat('pogingen mislukken', async () =>
    (await leveringen('wacht')).some(({ pogingen }) => pogingen.length > 0),
  );
  const [gemist] = (await leveringen('wacht')).filter(({ pogingen }) => pogingen.length > 0);
  expect(gemist?.pogingen[0]).toMatchObject({
    status: null,
    fout: expect.stringContaining('geen verbinding'),
  });
  expect(regels.some((regel) => regel.endsWith(gemist?.gebeurtenisId ?? 'x'))).toBe(false);

  stapel.dood('worker');
  await ontvanger.start();
  await rust(3_000);
  await totdat('alles komt alsnog aan', async () => {
    await nuMeteen();
    await rust(1_000);
    return (await leveringen('wacht')).length === 0;
  });

  const alle = await gebeurtenissen();
  // The cohort began before the webhook was made.
  const sinds = alle.filter((een) => regels.includes(een));
  expect(alle.slice(-sinds.length)).toEqual(sinds);
  expect(sinds.length).toBeGreaterThan(2);
  expect(sinds.some((een) => een.endsWith(gemist?.gebeurtenisId ?? 'x'))).toBe(true);
  expect((await leveringen('mislukt')).length).toBe(0);

  // The token that made it is withdrawn: it stands still, and a beheerder hears of it by mail.
  await trekIn(beheerder, `/accounts/${dienst.id}/diensttokens/${tokenId}`);
  expect(await vraag<Webhook>(beheerder, 'GET', eigen)).toMatchObject({
    status: 'gepauzeerd',
    reden: 'token-ingetrokken',
  });
  const link = await linkUitMail(stapel, 'beheerder@oefening.example', 'De webhook "Zaaksysteem" is gestopt');
  expect(link).toContain(`/beheer/webhooks/${webhook.id}`);
});
