import type { Wijzigingsplan, WijzigingsplanDeel, WijzigingsplanVoorbeeld } from '@maatwerktraject/contracts';
import type { DagWijziging } from '@maatwerktraject/domain';
import { inWoorden, type Titels } from '../traject/onderwerp.js';
import type { Gevolgen } from './gevolgen.js';
import type { DeelRij, PlanRij } from './wijzigingsplan.query.js';

const tijdstip = (op: number | null | undefined): string | null =>
  typeof op === 'number' ? new Date(op).toISOString() : null;

export const alsRegel = (rij: PlanRij): Omit<Wijzigingsplan, 'trajecten'> => ({
  id: rij.id,
  cohortId: rij.cohort_id,
  vraag: rij.vraag,
  toelichting: rij.toelichting,
  status: rij.status,
  gemaaktOp: rij.gemaakt_op.toISOString(),
  toegepastOp: rij.toegepast_op?.toISOString() ?? null,
  ongedaanOp: rij.ongedaan_op?.toISOString() ?? null,
});

/** A part as it is kept; of one that was not applied yet, as it would be now. */
export function alsDeel(rij: DeelRij, gevolgen?: Gevolgen): WijzigingsplanDeel {
  const nietMeer = rij.status === 'wacht' && rij.traject_status !== 'lopend';
  return {
    trajectId: rij.traject_id,
    gemeente: { code: rij.code, naam: rij.naam },
    status: rij.status,
    reden: rij.reden ?? gevolgen?.weigering?.zin ?? (nietMeer ? 'Dit traject loopt nu niet.' : null),
    aantalDagen: rij.wijzigingen.length,
    eersteGevolg: gevolgen ? tijdstip(gevolgen.eersteGevolg) : (rij.eerste_gevolg_op?.toISOString() ?? null),
  };
}

const WOORDEN: Readonly<Record<DagWijziging['wat'], string>> = {
  'taak-opent': 'Taak gaat open',
  'taak-vervalt': 'Taak moet klaar zijn',
  'check-in': 'Week van het gesprek',
  'stap-eindigt': 'Stap eindigt',
  'stap-opent': 'Stap gaat open',
};

function titelVan({ wat, sleutel }: DagWijziging, stap: string, titels: Titels): string {
  const waarvan =
    wat === 'check-in'
      ? titels.checkIn(sleutel)
      : wat.startsWith('stap')
        ? titels.stapNummer(Number(sleutel))
        : titels.taak(stap, sleutel);
  return `${WOORDEN[wat]}: ${waarvan}`;
}

/** Everything that changes for one traject, in words. */
export function alsVoorbeeld(
  rij: DeelRij,
  { gevolgen, stap, titels }: { gevolgen: Gevolgen; stap: string; titels: Titels },
): WijzigingsplanVoorbeeld {
  return {
    deel: alsDeel(rij, rij.status === 'wacht' ? gevolgen : undefined),
    dagen: rij.wijzigingen.map((wijziging) => ({
      wat: wijziging.wat,
      titel: titelVan(wijziging, stap, titels),
      van: wijziging.van,
      naar: wijziging.naar,
    })),
    mails: gevolgen.mails.flatMap(({ van, naar }) => {
      const mail = van ?? naar;
      if (!mail) return [];
      return [
        {
          soort: mail.bericht,
          titel: titels.onderwerp(mail.stap, mail.onderwerp),
          aan: inWoorden(mail.aan),
          van: tijdstip(van?.op),
          naar: tijdstip(naar?.op),
        },
      ];
    }),
  };
}
