import { useState, type ReactElement } from 'react';
import type { EnkelVeld } from '@maatwerktraject/domain';
import {
  beschrijving,
  Groep,
  Keuzelijst,
  Tekstveld,
  VeldRand,
  veldId,
  Vinkje,
} from '../ui/velden.component.js';
import { getalUit } from './antwoorden.view-model.js';

export interface EnkelVeldProps {
  veld: EnkelVeld;
  pad: string;
  waarde: unknown;
  fout?: string | undefined;
  zet: (waarde: unknown) => void;
}

const MAX_ALS_KNOPPEN = 7;
const alsTekst = (waarde: unknown): string =>
  typeof waarde === 'string' ? waarde : typeof waarde === 'number' ? String(waarde).replace('.', ',') : '';

function GetalVeld({ veld, pad, waarde, fout, zet }: EnkelVeldProps): ReactElement {
  // What is typed stays as it is typed; the answer is the number in it.
  const [tekst, setTekst] = useState(alsTekst(waarde));
  const grens = veld.soort === 'getal' ? `Van ${String(veld.min)} tot en met ${String(veld.max)}` : '';
  const eenheid = veld.soort === 'getal' && veld.eenheid ? ` ${veld.eenheid}` : '';
  return (
    <Tekstveld
      pad={pad}
      label={veld.label}
      hulp={veld.hulp ?? `${grens}${eenheid}.`}
      fout={fout}
      optioneel={!veld.verplicht}
      inputMode="decimal"
      autoComplete="off"
      value={tekst}
      onChange={({ target }) => {
        setTekst(target.value);
        zet(getalUit(target.value));
      }}
    />
  );
}

function Keuzes({ veld, pad, waarde, fout, zet }: EnkelVeldProps): ReactElement | null {
  if (veld.soort !== 'keuze' && veld.soort !== 'meerkeuze') return null;
  const gekozen: readonly unknown[] = Array.isArray(waarde) ? waarde : [];
  const legenda = veld.verplicht ? veld.label : `${veld.label} (hoeft niet)`;
  const hulp = veld.hulp ?? (veld.soort === 'meerkeuze' ? 'U kunt meer antwoorden kiezen.' : undefined);
  return (
    <Groep pad={pad} legenda={legenda} hulp={hulp} fout={fout}>
      {veld.opties.map((optie, nummer) => (
        <Vinkje
          key={optie.waarde}
          soort={veld.soort === 'keuze' ? 'radio' : 'checkbox'}
          label={optie.label}
          id={nummer === 0 ? veldId(pad) : `${veldId(pad)}-${optie.waarde}`}
          name={pad}
          checked={veld.soort === 'keuze' ? waarde === optie.waarde : gekozen.includes(optie.waarde)}
          onChange={({ target }) => {
            if (veld.soort === 'keuze') return zet(optie.waarde);
            const rest = gekozen.filter((deel) => deel !== optie.waarde);
            return zet(target.checked ? [...rest, optie.waarde] : rest);
          }}
        />
      ))}
    </Groep>
  );
}

/** One question with one answer, in the shape that its kind asks for. */
export function EnkelVeldInvoer(props: EnkelVeldProps): ReactElement | null {
  const { veld, pad, waarde, fout, zet } = props;
  const rand = { pad, label: veld.label, hulp: veld.hulp, fout, optioneel: !veld.verplicht };
  switch (veld.soort) {
    case 'tekst':
      return (
        <Tekstveld
          {...rand}
          value={alsTekst(waarde)}
          maxLength={veld.maxTekens}
          onChange={({ target }) => zet(target.value)}
        />
      );
    case 'lange-tekst':
      return (
        <VeldRand {...rand}>
          <textarea
            id={veldId(pad)}
            className={`utrecht-textarea utrecht-textarea--html-textarea${fout ? ' utrecht-textarea--invalid' : ''}`}
            rows={4}
            maxLength={veld.maxTekens ?? 5000}
            value={alsTekst(waarde)}
            aria-invalid={fout ? true : undefined}
            aria-describedby={beschrijving(pad, veld.hulp, fout)}
            onChange={({ target }) => zet(target.value)}
          />
        </VeldRand>
      );
    case 'getal':
      return <GetalVeld {...props} />;
    case 'datum':
      return (
        <Tekstveld
          {...rand}
          type="date"
          value={alsTekst(waarde)}
          onChange={({ target }) => zet(target.value)}
        />
      );
    case 'meerkeuze':
      return <Keuzes {...props} />;
    case 'keuze':
      if (veld.opties.length <= MAX_ALS_KNOPPEN) return <Keuzes {...props} />;
      return (
        <Keuzelijst {...rand} value={alsTekst(waarde)} onChange={({ target }) => zet(target.value)}>
          <option value="">Kies…</option>
          {veld.opties.map((optie) => (
            <option key={optie.waarde} value={optie.waarde}>
              {optie.label}
            </option>
          ))}
        </Keuzelijst>
      );
  }
}
