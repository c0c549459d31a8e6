import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Knop } from '../ui/knop.component.js';
import { Keuzelijst, Tekstveld } from '../ui/velden.component.js';
import { HANDELING_KEUZES, onderwerpInWoorden, type LogboekZoek } from './logboek.view-model.js';

/** What of the log is shown; it stands in the address, so that the way back leads to it. */
export function LogboekFilter({ zoek }: { zoek: LogboekZoek }): ReactElement {
  const navigate = useNavigate();
  const zet = (naam: keyof LogboekZoek, waarde: string): void => {
    const { [naam]: _, ...rest } = zoek;
    void navigate({
      to: '/beheer/logboek',
      search: waarde === '' ? rest : { ...rest, [naam]: waarde },
      replace: true,
    });
  };
  return (
    <>
      <div className="filter">
        <Keuzelijst
          pad="handeling"
          label="Wat"
          value={zoek.handeling ?? ''}
          onChange={({ target }) => zet('handeling', target.value)}
        >
          <option value="">Alles</option>
          {HANDELING_KEUZES.map(({ handeling, naam }) => (
            <option key={handeling} value={handeling}>
              {naam}
            </option>
          ))}
        </Keuzelijst>
        <Tekstveld
          type="date"
          pad="van"
          label="Vanaf"
          value={zoek.van ?? ''}
          onChange={({ target }) => zet('van', target.value)}
        />
        <Tekstveld
          type="date"
          pad="totEnMet"
          label="Tot en met"
          value={zoek.totEnMet ?? ''}
          onChange={({ target }) => zet('totEnMet', target.value)}
        />
      </div>
      {zoek.accountId !== undefined || zoek.onderwerp !== undefined ? (
        <div className="knoppen">
          <span>
            {zoek.accountId === undefined ? '' : 'U ziet alleen wat één account deed. '}
            {zoek.onderwerp === undefined
              ? ''
              : `U ziet alleen wat gaat over: ${onderwerpInWoorden(zoek.onderwerp)}. `}
          </span>
          <Knop
            onClick={() => {
              const { accountId: _wie, onderwerp: _waarover, ...rest } = zoek;
              void navigate({ to: '/beheer/logboek', search: rest, replace: true });
            }}
          >
            Toon weer alles
          </Knop>
        </div>
      ) : null}
    </>
  );
}
