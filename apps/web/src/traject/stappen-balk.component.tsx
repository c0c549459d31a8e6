import type { ReactElement } from 'react';
import type { StapStatus, TrajectStap } from '../api/types.js';
import { dagKort } from '../ui/datum.js';
import { Merk, type MerkSoort } from '../ui/merk.component.js';
import { STAP_STATUS_NAAM } from '../ui/woorden.js';

export const STAP_MERK: Readonly<Record<StapStatus, MerkSoort>> = {
  gepland: 'rust',
  open: 'bezig',
  'wacht-op-akkoord': 'let-op',
  afgerond: 'goed',
};

/** The stappen of a traject in a row, the current one marked. */
export function StappenBalk({
  stappen,
  huidig,
}: {
  stappen: readonly TrajectStap[];
  huidig: string | null;
}): ReactElement {
  return (
    <ol className="stappenbalk" aria-label="De stappen van het traject">
      {stappen.map((stap) => (
        <li
          key={stap.sleutel}
          className="stappenbalk__stap"
          aria-current={stap.sleutel === huidig ? 'step' : undefined}
        >
          <span className="stappenbalk__naam">
            {stap.volgnummer}. {stap.titel}
          </span>
          <Merk soort={STAP_MERK[stap.status]} tekst={STAP_STATUS_NAAM[stap.status]} />
          <span className="stappenbalk__dagen">
            {dagKort(stap.opentOp ?? stap.geplandOp)} tot en met{' '}
            {dagKort(stap.eindigtOp ?? stap.geplandEindigtOp)}
          </span>
        </li>
      ))}
    </ol>
  );
}
