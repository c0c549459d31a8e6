import { useRef, type ReactElement } from 'react';
import type { LijstVeld } from '@maatwerktraject/domain';
import { Knop } from '../ui/knop.component.js';
import { VeldFout, veldId } from '../ui/velden.component.js';
import { EnkelVeldInvoer } from './enkel-veld.component.js';
import { lees } from './antwoorden.view-model.js';

interface LijstVeldProps {
  veld: LijstVeld;
  waarde: unknown;
  foutBij: (pad: string) => string | undefined;
  zet: (pad: readonly string[], waarde: unknown) => void;
}

/** A list of items that grows and shrinks. The focus goes where the change was. */
export function LijstVeldInvoer({ veld, waarde, foutBij, zet }: LijstVeldProps): ReactElement {
  const lijst = useRef<HTMLElement>(null);
  const items: readonly unknown[] = Array.isArray(waarde) ? waarde : [];
  const kopId = `${veldId(veld.sleutel)}-kop`;
  const focus = (nummer: number): void => {
    requestAnimationFrame(() => {
      const groepen = lijst.current?.querySelectorAll<HTMLElement>('fieldset.lijst__item');
      (groepen?.[nummer] ?? lijst.current?.querySelector<HTMLElement>('.lijst__erbij button'))?.focus();
    });
  };
  return (
    <section ref={lijst} aria-labelledby={kopId} className="lijst">
      <h2 id={kopId} className="utrecht-heading-2">
        {veld.label}
      </h2>
      {veld.hulp ? <p className="utrecht-paragraph">{veld.hulp}</p> : null}
      <VeldFout pad={veld.sleutel} fout={foutBij(veld.sleutel)} />
      {items.map((item, nummer) => (
        <fieldset
          key={`${String(items.length)}-${String(nummer)}`}
          className="groep lijst__item"
          tabIndex={-1}
        >
          <legend className="utrecht-form-label groep__legenda">
            {veld.itemNaam} {nummer + 1}
          </legend>
          {veld.velden.map((deel) => {
            const pad = [veld.sleutel, String(nummer), deel.sleutel];
            return (
              <EnkelVeldInvoer
                key={deel.sleutel}
                veld={deel}
                pad={pad.join('.')}
                waarde={lees(item, [deel.sleutel])}
                fout={foutBij(pad.join('.'))}
                zet={(nieuw) => zet(pad, nieuw)}
              />
            );
          })}
          {items.length > veld.minimum ? (
            <Knop
              soort="subtle"
              onClick={() => {
                zet([veld.sleutel, String(nummer)], undefined);
                focus(Math.max(0, nummer - 1));
              }}
            >
              Haal {veld.itemNaam} {nummer + 1} weg
            </Knop>
          ) : null}
        </fieldset>
      ))}
      {items.length < veld.maximum ? (
        <div className="lijst__erbij">
          <Knop
            id={veldId(veld.sleutel)}
            onClick={() => {
              zet([veld.sleutel], [...items, {}]);
              focus(items.length);
            }}
          >
            Nog een {veld.itemNaam} toevoegen
          </Knop>
        </div>
      ) : null}
    </section>
  );
}
