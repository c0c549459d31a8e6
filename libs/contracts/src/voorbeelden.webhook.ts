import { TESTTYPE, TYPENAMEN } from '@maatwerktraject/domain';
import { CloudEvent, CloudEventPagina, Dataschema, GebeurtenistypeLijst } from './gebeurtenisbericht.js';
import { TestEvent } from './gebeurtenisbericht.js';
import { GegevenWebhook, Herhaald, Herhaling, Levering, LeveringPagina, NieuwGeheim } from './webhook.js';
import { NieuweWebhook, Webhook, WebhookPagina, WebhookWijziging } from './webhook.js';
import { paar } from './voorbeelden.verhaal.js';

const op = '2027-02-08T08:00:00.000Z';
const trajectId = '0b9a4e1c-3d5f-8c7a-b1e2-4f6a8c0d2e35';
const type = 'nl.maatwerktraject.taak-ingediend.v1';
const dataschema = `https://maatwerktraject.example/api/v1/gebeurtenistypen/${type}/schema`;
const event = {
  specversion: '1.0' as const,
  id: `traject-${trajectId}-12`,
  source: 'urn:nld:oin:00000001823288444000:systeem:maatwerktraject',
  type,
  subject: trajectId,
  time: op,
  datacontenttype: 'application/json' as const,
  dataschema,
  sequence: '000000004711',
  data: {
    cohortId: '5d0c7c1e-6f0a-8a3b-9d52-0f6f1d3c2b1a',
    trajectId,
    gemeentecode: 'GM0153',
    stap: 'inventariseren',
    taak: 'scan.beleid',
    status: 'ingediend',
    op,
    oefen: false,
  },
};
const gelukt = { op: '2027-02-08T08:00:05.000Z', status: 204, duurMs: 38, fout: null };
const webhook = {
  id: '7a1d3f5b-9c2e-4a6d-8b0f-2c4e6a8d0b1f',
  accountId: '3e5a7c9b-1d2f-4b6a-8c0e-9f7d5b3a1c2e',
  naam: 'Zaaksysteem',
  url: 'https://zaken.gemeente.example/webhook',
  typen: [...TYPENAMEN],
  status: 'actief' as const,
  reden: null,
  misluktSindsOp: null,
  laatstePoging: gelukt,
  wachtend: 0,
  overlapTotOp: null,
  tokenId: '40516273-8495-4061-8273-849506172839',
  gemaaktOp: op,
  versie: 1,
};
const levering = {
  id: '1c3e5a7b-9d0f-4c2e-a4b6-8d0f2e4c6a8b',
  gebeurtenisId: event.id,
  type,
  aanleiding: 'gebeurtenis' as const,
  status: 'afgeleverd' as const,
  pogingen: [
    {
      op,
      status: 503,
      duurMs: 41,
      fout: 'Uw systeem antwoordde met 503. Wij verwachten een status van 200 tot en met 299.',
    },
    gelukt,
  ],
  volgendePogingOp: null,
  gemaaktOp: op,
  afgerondOp: '2027-02-08T08:00:05.000Z',
};
const testEvent: TestEvent = {
  specversion: event.specversion,
  id: `test-${levering.id}`,
  source: event.source,
  type: TESTTYPE,
  time: op,
  datacontenttype: event.datacontenttype,
  dataschema: dataschema.replace(type, TESTTYPE),
  data: { webhookId: webhook.id },
};
const VOORBEELDGEHEIM = 'whsec_dit-is-een-voorbeeld';

/** Examples of what other systems follow. */
export const WEBHOOK_VOORBEELDEN = [
  paar(CloudEvent, event),
  paar(TestEvent, testEvent),
  paar(CloudEventPagina, { items: [event], volgende: null }),
  paar(GebeurtenistypeLijst, { items: [{ type, uitleg: 'Een taak is ingediend.', dataschema }] }),
  paar(Dataschema, { $id: dataschema, type: 'object', required: ['cohortId', 'status', 'op', 'oefen'] }),
  paar(Webhook, webhook),
  paar(WebhookPagina, { items: [webhook], volgende: null, totaal: 1 }),
  paar(NieuweWebhook, { naam: webhook.naam, url: webhook.url, typen: [type] }),
  paar(GegevenWebhook, { ...webhook, geheim: VOORBEELDGEHEIM }),
  paar(WebhookWijziging, { status: 'gepauzeerd' }),
  paar(NieuwGeheim, { geheim: VOORBEELDGEHEIM, overlapTotOp: '2027-02-09T08:00:00.000Z' }),
  paar(Levering, levering),
  paar(LeveringPagina, { items: [levering], volgende: null, totaal: 1 }),
  paar(Herhaling, { vanaf: '2027-02-08T00:00:00+01:00' }),
  paar(Herhaald, { aantal: 14 }),
];
