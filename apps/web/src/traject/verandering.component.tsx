import { useRef, useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import { verandering } from '../api/verandering.opdrachten.js';
import type { Traject } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { MetReden } from '../ui/met-reden.component.js';
import { Tekstveld } from '../ui/velden.component.js';
import { ExtraTaakFormulier } from './extra-taak.component.js';
import { stapNu, teHeropenen } from './traject.view-model.js';

interface Deel {
  traject: Traject;
  meld: (zin: string) => void;
}

function Pauze({ traject, meld }: Deel): ReactElement {
  const [tot, setTot] = useState('');
  const pauzeer = useOpdracht(verandering.pauzeer(traject.id), () => meld('Het traject is gepauzeerd.'));
  return (
    <MetReden
      naam="pauze"
      titel="Pauzeer dit traject"
      uitleg="Niemand krijgt herinneringen zolang het traject stilstaat. De werkdagen die er nog waren, komen er daarna weer bij."
      vraag="Waarom pauzeert het traject? De gemeente leest dit niet."
      leeg="Schrijf op waarom het traject pauzeert."
      knop="Pauzeer het traject"
      opdracht={pauzeer}
      invoer={(toelichting) => ({ toelichting, tot: tot === '' ? null : tot })}
    >
      <Tekstveld
        type="date"
        pad="tot"
        label="Op welke dag gaat het weer verder?"
        hulp="Weet u dat nog niet? Laat dit dan leeg, en hervat het traject later zelf."
        optioneel
        value={tot}
        onChange={({ target }) => setTot(target.value)}
      />
    </MetReden>
  );
}

function Stop({ traject, meld }: Deel): ReactElement {
  const trekTerug = useOpdracht(verandering.trekTerug(traject.id), () => meld('Het traject is gestopt.'));
  return (
    <MetReden
      naam="stop"
      titel="De gemeente stopt met het traject"
      uitleg="De gemeente krijgt daarover een mail, en daarna niets meer. Wat is ingevuld, blijft bewaard. Zolang het cohort loopt, kunt u het traject weer heropenen."
      vraag="Waarom stopt de gemeente? De gemeente leest dit niet."
      leeg="Schrijf op waarom de gemeente stopt."
      knop="Stop het traject"
      opdracht={trekTerug}
      invoer={(toelichting) => ({ toelichting })}
    />
  );
}

/** One button that needs no more words. */
function Een({
  doe,
  tekst,
}: {
  doe: { isPending: boolean; error: unknown; mutate: () => void };
  tekst: string;
}): ReactElement {
  return (
    <>
      <p className="utrecht-paragraph">
        <Knop bezig={doe.isPending} onClick={() => doe.mutate()}>
          {tekst}
        </Knop>
      </p>
      {doe.error ? <FoutMelding fout={doe.error} /> : null}
    </>
  );
}

function Verder({ traject, meld }: Deel): ReactElement {
  const hervat = useOpdracht(verandering.hervat(traject.id), () => meld('Het traject gaat weer verder.'));
  return (
    <Een tekst="Laat het traject weer verder gaan" doe={{ ...hervat, mutate: () => hervat.mutate(null) }} />
  );
}

function Heropen({ traject, meld }: Deel): ReactElement {
  const heropen = useOpdracht(verandering.heropen(traject.id), () => meld('Het traject is heropend.'));
  return <Een tekst="Heropen dit traject" doe={{ ...heropen, mutate: () => heropen.mutate(null) }} />;
}

function HeropenStap({ traject, meld }: Deel): ReactElement | null {
  const heropen = useOpdracht(verandering.heropenStap(traject.id), () => meld('De stap is heropend.'));
  const stap = teHeropenen(traject);
  if (!stap) return null;
  return (
    <Een
      tekst={`Draai de goedkeuring van ${stap.titel} terug`}
      doe={{ ...heropen, mutate: () => heropen.mutate(stap.sleutel) }}
    />
  );
}

/** What the adviseur can change in the course of a traject. */
export function Veranderingen({ traject }: { traject: Traject }): ReactElement | null {
  const kop = useRef<HTMLHeadingElement>(null);
  const [klaar, setKlaar] = useState('');
  if (traject.status === 'gepland') return null;
  const meld = (zin: string): void => {
    setKlaar(zin);
    kop.current?.focus();
  };
  const deel = { traject, meld };
  const loopt = traject.status === 'lopend';
  const gepauzeerd = traject.status === 'gepauzeerd';
  const stap = stapNu(traject);
  return (
    <section aria-labelledby="veranderen">
      <h2 id="veranderen" ref={kop} tabIndex={-1} className="utrecht-heading-2">
        Iets veranderen
      </h2>
      <div role="status">{klaar ? <Melding soort="ok">{klaar}</Melding> : null}</div>
      {loopt ? <HeropenStap {...deel} /> : null}
      {gepauzeerd ? <Verder {...deel} /> : null}
      {loopt || gepauzeerd ? null : <Heropen {...deel} />}
      {loopt && stap && (stap.status === 'open' || stap.status === 'wacht-op-akkoord') ? (
        <ExtraTaakFormulier {...deel} />
      ) : null}
      {loopt ? <Pauze {...deel} /> : null}
      {loopt || gepauzeerd ? <Stop {...deel} /> : null}
    </section>
  );
}
