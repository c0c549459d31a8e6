import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { beheerVraag } from '../api/beheer.vragen.js';
import { Knop } from '../ui/knop.component.js';
import { Keuzelijst, Tekstveld } from '../ui/velden.component.js';
import {
  HANDELING_KEUZES,
  onderwerpInWoorden,
  onderwerpVanSoort,
  zoekIn,
  type LogboekZoek,
} from './logboek.view-model.js';

/** That only a part is shown which was chosen elsewhere, and the way back. */
function Beperkt({ zoek }: { zoek: LogboekZoek }): ReactElement | null {
  const navigate = useNavigate();
  const { accountId, onderwerp, ...rest } = zoek;
  const over = accountId ?? onderwerpVanSoort(onderwerp ?? null, 'account');
  const { data: account } = useQuery({ ...beheerVraag.account(over ?? ''), enabled: over !== null });
  if (accountId === undefined && onderwerp === undefined) return null;
  const zinnen = [
    ...(accountId === undefined ? [] : [`U ziet alleen wat ${account?.naam ?? 'één account'} deed.`]),
    ...(onderwerp === undefined
      ? []
      : [
          `U ziet alleen wat gaat over: ${onderwerpInWoorden(onderwerp, account ? { [`account/${account.id}`]: account.naam } : {})}.`,
        ]),
  ];
  return (
    <div className="knoppen">
      <span>{zinnen.join(' ')}</span>
      <Knop onClick={() => void navigate({ to: '/beheer/logboek', search: rest, replace: true })}>
        Toon weer alles
      </Knop>
    </div>
  );
}

/**
 * What of the log is shown; it stands in the address, so that the way back leads to it. With a button: every look at
 * the log is a line in it, and choosing is not looking yet.
 */
export function LogboekFilter({ zoek }: { zoek: LogboekZoek }): ReactElement {
  const navigate = useNavigate();
  const [keuze, setKeuze] = useState<Pick<LogboekZoek, 'handeling' | 'van' | 'totEnMet'>>(zoek);
  const veld = (pad: 'handeling' | 'van' | 'totEnMet') => ({
    pad,
    value: keuze[pad] ?? '',
    onChange: ({ target }: { target: { value: string } }) =>
      setKeuze((oud) => ({ ...oud, [pad]: target.value })),
  });
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/beheer/logboek', search: zoekIn({ ...zoek, ...keuze }), replace: true });
        }}
      >
        <div className="filter">
          <Keuzelijst label="Wat" {...veld('handeling')}>
            <option value="">Alles</option>
            {HANDELING_KEUZES.map(({ handeling, naam }) => (
              <option key={handeling} value={handeling}>
                {naam}
              </option>
            ))}
          </Keuzelijst>
          <Tekstveld type="date" label="Vanaf" {...veld('van')} />
          <Tekstveld type="date" label="Tot en met" {...veld('totEnMet')} />
        </div>
        <Knop type="submit">Toon deze regels</Knop>
      </form>
      <Beperkt zoek={zoek} />
    </>
  );
}
