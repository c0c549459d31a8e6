import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { beheerOpdracht } from '../api/beheer.opdrachten.js';
import { beheerVraag } from '../api/beheer.vragen.js';
import { useOpdracht } from '../api/opdrachten.js';
import { Pagina } from '../shell/pagina.component.js';
import { Bladeren, useBladeren } from '../ui/bladeren.component.js';
import { momentInWoorden } from '../ui/datum.js';
import { Deel } from '../ui/deel.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { InzageTabel } from './inzage-tabel.component.js';
import { NieuweInzage } from './nieuwe-inzage.component.js';

/** Reading one traject for a reason: asking, and who did so. */
export function InzagenPage(): ReactElement {
  const blader = useBladeren();
  const inzagen = useQuery(beheerVraag.inzagen(blader.na));
  const gemeld = useGemeld();
  const client = useQueryClient();
  const stop = useOpdracht(beheerOpdracht.beeindigInzage, () => {
    // What was read is not kept for later.
    client.removeQueries({ queryKey: ['trajecten'] });
    client.removeQueries({ queryKey: ['taken'] });
    gemeld.meld('De inzage is gestopt. U kunt dit traject niet meer lezen.');
  });
  return (
    <Pagina titel="Inzage" kruimels={[{ naam: 'Beheer', naar: '/beheer' }]}>
      <p className="utrecht-paragraph">
        Een beheerder leest geen antwoorden van gemeenten. Is het toch nodig? Schrijf dan op waarom. U leest
        dan één traject, voor ten hoogste vier uur. U kunt niets wijzigen. Elke keer dat u iets leest, komt in
        het logboek. Contactpersonen kunnen opvragen dat er is meegekeken.
      </p>
      <Deel id="lijst" titel="Wie heeft of had inzage?" gemeld={gemeld}>
        {stop.error ? <FoutMelding fout={stop.error} /> : null}
        <Gegevens vraag={inzagen}>
          {({ items, volgende }) => (
            <>
              {items.length === 0 ? (
                <Melding soort="info">
                  <p>Er is nog nooit inzage gevraagd.</p>
                </Melding>
              ) : (
                <InzageTabel items={items} bezig={stop.isPending} stop={(id) => stop.mutate(id)} />
              )}
              <Bladeren naam="inzagen" stand={blader} volgende={volgende} />
            </>
          )}
        </Gegevens>
      </Deel>
      <Deel id="vragen" titel="Inzage vragen">
        <NieuweInzage
          na={({ gemeente, vervaltOp }) =>
            gemeld.meld(
              `U kunt het traject van ${gemeente.naam} nu lezen, tot ${momentInWoorden(vervaltOp)}. De link staat in de lijst.`,
            )
          }
        />
      </Deel>
    </Pagina>
  );
}
