import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { Levering, Webhook } from '../api/types.js';
import { Bladeren, useBladeren } from '../ui/bladeren.component.js';
import { momentKort } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { Merk } from '../ui/merk.component.js';
import { Tabel } from '../ui/tabel.component.js';
import { Keuzelijst } from '../ui/velden.component.js';
import {
  AANLEIDING_NAAM,
  LEVERING_STATUS,
  pogingInWoorden,
  volgendeInWoorden,
} from './levering.view-model.js';
import { webhookOpdracht } from './webhook.opdrachten.js';
import { typeInWoorden } from './webhook.view-model.js';
import { webhookVraag } from './webhook.vragen.js';

const STATUSSEN = Object.keys(LEVERING_STATUS) as readonly Levering['status'][];

interface RijProps {
  levering: Levering;
  bezig: boolean;
  /** Null: nothing can be sent now. */
  opnieuw: (() => void) | null;
}

function Rij({ levering, bezig, opnieuw }: RijProps): ReactElement {
  const { type, aanleiding, status, pogingen, gemaaktOp } = levering;
  const volgende = volgendeInWoorden(levering);
  return (
    <tr>
      <td className="tabel__dag">{momentKort(gemaaktOp)}</td>
      <th scope="row">{typeInWoorden(type)}</th>
      <td>{AANLEIDING_NAAM[aanleiding]}</td>
      <td>
        <Merk {...LEVERING_STATUS[status]} />
      </td>
      <td className="tabel__tekst">
        <ol className="tabel__mails">
          {pogingen.map((poging) => (
            <li key={poging.op}>{pogingInWoorden(poging)}</li>
          ))}
        </ol>
        {pogingen.length === 0 ? 'Nog geen. ' : null}
        {volgende}
      </td>
      <td className="tabel__dag">
        {opnieuw ? (
          <Knop
            soort="subtle"
            bezig={bezig}
            onClick={opnieuw}
            aria-label={`Opnieuw: ${typeInWoorden(type)}, ${momentKort(gemaaktOp)}`}
          >
            Opnieuw
          </Knop>
        ) : null}
      </td>
    </tr>
  );
}

interface LeveringenProps {
  webhook: Webhook;
  na: (zin: string) => void;
}

function Lijst({
  webhook,
  na,
  status,
}: LeveringenProps & { status: Levering['status'] | undefined }): ReactElement {
  const stand = useBladeren();
  const leveringen = useQuery(webhookVraag.leveringen(webhook.id, status, stand.na));
  const stuur = useOpdracht(webhookOpdracht.leverOpnieuw(webhook.id), ({ type }) =>
    na(`Wij sturen opnieuw: ${typeInWoorden(type)}.`),
  );
  return (
    <>
      {stuur.error ? <FoutMelding fout={stuur.error} /> : null}
      <Gegevens vraag={leveringen}>
        {({ items, volgende }) => (
          <>
            {items.length === 0 ? (
              <Melding soort="info">
                <p>Er is hier nog niets bezorgd.</p>
              </Melding>
            ) : (
              <Tabel
                naam="Lijst van leveringen"
                koppen={['Klaargezet', 'Gebeurtenis', 'Waarom', 'Stand', 'Pogingen', 'Sturen']}
              >
                {items.map((levering) => (
                  <Rij
                    key={levering.id}
                    levering={levering}
                    bezig={stuur.isPending}
                    opnieuw={webhook.status === 'actief' ? () => stuur.mutate(levering.id) : null}
                  />
                ))}
              </Tabel>
            )}
            <Bladeren naam="leveringen" stand={stand} volgende={volgende} />
          </>
        )}
      </Gegevens>
    </>
  );
}

/** What was delivered and what was not, the newest first, with each attempt. */
export function Leveringen(props: LeveringenProps): ReactElement {
  const [status, setStatus] = useState<Levering['status']>();
  return (
    <>
      <Keuzelijst
        pad="leverstatus"
        label="Toon"
        value={status ?? ''}
        onChange={({ target }) => setStatus(STATUSSEN.find((een) => een === target.value))}
      >
        <option value="">Alles</option>
        {STATUSSEN.map((een) => (
          <option key={een} value={een}>
            {LEVERING_STATUS[een].tekst}
          </option>
        ))}
      </Keuzelijst>
      <Lijst key={status ?? 'alles'} {...props} status={status} />
    </>
  );
}
