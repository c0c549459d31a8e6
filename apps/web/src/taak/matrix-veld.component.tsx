import type { ReactElement } from 'react';
import type { MatrixVeld } from '@maatwerktraject/domain';
import { VeldFout, veldId } from '../ui/velden.component.js';
import { ingevuld, lees } from './antwoorden.view-model.js';

interface MatrixVeldProps {
  veld: MatrixVeld;
  waarde: unknown;
  foutBij: (pad: string) => string | undefined;
  zet: (rij: string, kolom: string, waarde: string | undefined) => void;
}

/** A grid of scores as one group per row, each cell a list to choose from: that also fits a phone. */
export function MatrixVeldInvoer({ veld, waarde, foutBij, zet }: MatrixVeldProps): ReactElement {
  const kopId = `${veldId(veld.sleutel)}-kop`;
  const totaal = veld.rijen.reduce(
    (som, rij) => som + ingevuld(lees(waarde, [rij.waarde]), veld.kolommen),
    0,
  );
  return (
    <section aria-labelledby={kopId} className="matrix">
      <h2 id={kopId} className="utrecht-heading-2">
        {veld.label}
      </h2>
      {veld.hulp ? <p className="utrecht-paragraph">{veld.hulp}</p> : null}
      <p className="matrix__tel">
        {totaal} van de {veld.rijen.length * veld.kolommen.length} ingevuld
      </p>
      {veld.rijen.map((rij) => (
        <fieldset key={rij.waarde} className="groep matrix__rij">
          <legend className="utrecht-form-label groep__legenda">{rij.label}</legend>
          <div className="matrix__cellen">
            {veld.kolommen.map((kolom) => {
              const pad = `${veld.sleutel}.${rij.waarde}.${kolom.waarde}`;
              const cel = lees(waarde, [rij.waarde, kolom.waarde]);
              const fout = foutBij(pad);
              return (
                <div key={kolom.waarde} className="matrix__cel">
                  <label htmlFor={veldId(pad)}>{kolom.label}</label>
                  <select
                    id={veldId(pad)}
                    className={`utrecht-select utrecht-select--html-select${fout ? ' utrecht-select--invalid' : ''}`}
                    value={typeof cel === 'string' ? cel : ''}
                    aria-invalid={fout ? true : undefined}
                    aria-describedby={fout ? `${veldId(pad)}-fout` : undefined}
                    onChange={({ target }) =>
                      zet(rij.waarde, kolom.waarde, target.value === '' ? undefined : target.value)
                    }
                  >
                    <option value="">Kies…</option>
                    {veld.schaal.map((punt) => (
                      <option key={punt.waarde} value={punt.waarde}>
                        {punt.label}
                      </option>
                    ))}
                  </select>
                  <VeldFout pad={pad} fout={fout && 'Kies een score.'} />
                </div>
              );
            })}
          </div>
        </fieldset>
      ))}
    </section>
  );
}
