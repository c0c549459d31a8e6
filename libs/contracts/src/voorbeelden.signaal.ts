import { Signaal, SignaalBesluit, SignaalLijst } from './signaal.js';
import { enschede, paar, trajectId, type Voorbeeld } from './voorbeelden.verhaal.js';

const signaal = {
  id: '4c3b2a19-0817-8f6e-9d5c-4b3a29180706',
  trajectId,
  gemeente: enschede,
  soort: 'geen-antwoord' as const,
  zin: 'Scan vanuit uw eigen werk (beleid): 3 herinneringen zonder antwoord.',
  oorzaken: ['B' as const],
  op: '2027-03-15T08:00:00.000Z',
  status: 'bevestigd' as const,
  besluit: {
    oorzaken: ['B' as const],
    toelichting: 'De beleidsambtenaar heeft te weinig uren.',
    op: '2027-03-16T10:00:00.000Z',
  },
};

/** Examples about signs of stagnation. */
export const SIGNAAL_VOORBEELDEN: readonly Voorbeeld[] = [
  paar(Signaal, signaal),
  paar(SignaalLijst, { items: [signaal] }),
  paar(SignaalBesluit, {
    besluit: 'bevestigd',
    oorzaken: ['B'],
    toelichting: 'De beleidsambtenaar heeft te weinig uren.',
  }),
];
