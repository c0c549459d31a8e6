import {
  lokaleTijd,
  MAATWERKTRAJECT_2,
  plusDagen,
  procesDeel,
  termijn,
  UITKOMSTKLASSEN,
  verschuif,
  huidigeStap,
  type ProcesSjabloon,
  type TrajectCommando,
  type TrajectToestand,
} from '@maatwerktraject/domain';

const SJABLOON = procesDeel(MAATWERKTRAJECT_2);
const INVOER = '00000000-0000-4000-a000-000000000001';
const VERSIE_3: ProcesSjabloon = {
  ...SJABLOON,
  versie: 3,
  stappen: SJABLOON.stappen.map((stap) => ({
    ...stap,
    vensterWeken: stap.vensterWeken + 1,
    taken: stap.taken.slice(0, 2),
    goedkeuringen: 2,
  })),
};

/** What may be asked of a traject while it runs. */
export const VRAGEN = [
  ...(['niets', 'dien-in', 'dien-alles-in', 'dien-alles-in', 'keur', 'keur', 'gesprek', 'uitkomst'] as const),
  ...(['akkoord', 'terug', 'extra', 'vervalt', 'pauzeer', 'hervat', 'verschuif', 'trek-terug'] as const),
  ...(['heropen-traject', 'heropen-stap', 'kalender', 'sjabloon'] as const),
];
/** One thing that happens: time goes on by `wacht` ms, then somebody asks for something. */
export interface Zet {
  readonly wacht: number;
  readonly vraag: (typeof VRAGEN)[number];
  /** Which of the things that can be asked for. */
  readonly keuze: number;
}
/** What is asked, as commands; many of them will be refused. */
export function commandosVan(
  toestand: TrajectToestand,
  { vraag, keuze }: Zet,
  nu: number,
): TrajectCommando[] {
  const stap = huidigeStap(toestand);
  const vandaag = lokaleTijd(nu).datum;
  const wie = `p${String(keuze % 2)}`;
  const taak = stap.taken[keuze % (stap.taken.length + 1)]?.sleutel ?? 'geen.beleid';
  const dag = (na: number): string => termijn(toestand.kalender, vandaag, na);
  switch (vraag) {
    case 'niets':
      return [];
    case 'dien-in':
      return [{ soort: 'dien-taak-in', taak, invoerId: INVOER, wie }];
    case 'dien-alles-in':
      return stap.taken.map(({ sleutel }) => ({
        soort: 'dien-taak-in',
        taak: sleutel,
        invoerId: INVOER,
        wie,
      }));
    case 'akkoord':
      return stap.taken.map(({ sleutel }) => ({ soort: 'geef-akkoord', taak: sleutel, wie, invoerId: null }));
    case 'terug':
      return [{ soort: 'stuur-taak-terug', taak, invoerId: INVOER }];
    case 'extra': {
      const [opentOp, vervaltOp] = [dag(keuze % 4), dag(5 + keuze)];
      return [
        {
          soort: 'voeg-taak-toe',
          taak: `x${String(keuze)}`,
          uitvoerder: 'beleid',
          opentOp,
          vervaltOp,
          invoerId: INVOER,
        },
      ];
    }
    case 'vervalt':
      return [{ soort: 'laat-taak-vervallen', taak, invoerId: INVOER }];
    case 'keur':
      return [
        { soort: 'keur-stap-goed', stap: stap.sleutel, wie: 'a' },
        { soort: 'keur-stap-goed', stap: stap.sleutel, wie: 'b' },
      ];
    case 'gesprek': {
      const checkIn = toestand.checkIns[keuze % (toestand.checkIns.length + 1)]?.sleutel ?? 'praatje';
      return [{ soort: 'leg-check-in-vast', checkIn, gehouden: true, datum: vandaag, invoerId: INVOER }];
    }
    case 'uitkomst':
      return [{ soort: 'leg-uitkomst-vast', klasse: UITKOMSTKLASSEN[keuze % 4]!, invoerId: INVOER }];
    case 'pauzeer':
      return [{ soort: 'pauzeer', tot: keuze % 2 === 0 ? null : dag(1 + keuze), invoerId: null }];
    case 'hervat':
      return [{ soort: 'hervat' }];
    case 'verschuif': {
      const wijzigingen = verschuif(toestand, { vanaf: dag(keuze % 9), werkdagen: keuze - 10, vandaag });
      return [{ soort: 'wijzig-dagen', wijzigingen, planId: null, ongedaan: false, invoerId: null }];
    }
    case 'trek-terug':
      return keuze % 3 === 0 ? [{ soort: 'trek-terug', invoerId: null }] : [];
    case 'heropen-traject':
      return [{ soort: 'heropen-traject' }];
    case 'heropen-stap':
      return [{ soort: 'heropen-stap', stap: toestand.vorigeStap?.sleutel ?? 'geen' }];
    case 'kalender': {
      const van = plusDagen(vandaag, keuze);
      const rust = { naam: 'Rust', van, tot: plusDagen(van, 1 + (keuze % 40)) };
      const { versie, rustperiodes } = toestand.kalender;
      return [
        {
          soort: 'neem-kalender-over',
          kalender: { versie: versie + 1, rustperiodes: [...rustperiodes.slice(-2), rust] },
        },
      ];
    }
    case 'sjabloon':
      return [{ soort: 'kies-sjabloon', sjabloon: keuze % 2 === 0 ? VERSIE_3 : SJABLOON }];
  }
}
