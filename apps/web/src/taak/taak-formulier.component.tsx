import { controleerAntwoord, type AntwoordFout, type Veld } from '@maatwerktraject/domain';
import { useMemo, useState, type ReactElement } from 'react';
import { foutenVan } from '../api/fout.js';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import type { Taak } from '../api/types.js';
import { FoutOverzicht } from '../ui/fout-overzicht.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { beginInhoud, samengevat, zet, type Inhoud } from './antwoorden.view-model.js';
import { BewaarRegel } from './bewaar-regel.component.js';
import { useConcept } from './concept.hook.js';
import { teHerstellen } from './concept.opslag.js';
import { VeldInvoer } from './veld.component.js';

interface TaakFormulierProps {
  taak: Taak;
  accountId: string;
  na: () => void;
  /** Throws this form away and begins with what is stored now. */
  herlaad: () => void;
}

/** The form of one taak: saved as one types, checked when it is handed in. */
export function TaakFormulier({ taak, accountId, na, herlaad }: TaakFormulierProps): ReactElement {
  const velden = taak.velden as readonly Veld[];
  const [hersteld] = useState(() => teHerstellen(accountId, taak));
  const [inhoud, setInhoud] = useState<Inhoud>(() =>
    beginInhoud(velden, hersteld?.inhoud ?? taak.concept?.inhoud),
  );
  const [gecontroleerd, setGecontroleerd] = useState<object | null>(null);
  const [vanServer, setVanServer] = useState<readonly AntwoordFout[]>([]);
  const concept = useConcept({ taak, accountId, velden, hersteld }, inhoud);
  const dienIn = useOpdracht(opdracht.dienIn(taak.id), () => {
    concept.vergeet();
    na();
  });

  // After the first attempt a fault goes away as soon as it is mended.
  const fouten = useMemo(
    () => (gecontroleerd ? [...controleerAntwoord(velden, inhoud), ...vanServer] : []),
    [gecontroleerd, inhoud, vanServer, velden],
  );
  const foutBij = (pad: string): string | undefined => fouten.find((fout) => fout.pad === pad)?.zin;

  function verstuur(): void {
    setGecontroleerd({});
    setVanServer([]);
    if (controleerAntwoord(velden, inhoud).length > 0) return;
    concept.pauzeer(true);
    dienIn.mutate(inhoud, {
      onError: (fout) => {
        setVanServer(foutenVan(fout).map(({ pad, zin }) => ({ pad: pad.replace(/^inhoud\.?/, ''), zin })));
        setGecontroleerd({});
        concept.pauzeer(false);
      },
    });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!dienIn.isPending) verstuur();
      }}
    >
      <FoutOverzicht fouten={samengevat(velden, fouten)} poging={gecontroleerd} />
      {velden.map((veld) => (
        <VeldInvoer
          key={veld.sleutel}
          veld={veld}
          inhoud={inhoud}
          foutBij={foutBij}
          zet={(pad, waarde) => {
            setVanServer([]);
            setInhoud((oud) => zet(oud, pad, waarde));
          }}
        />
      ))}
      {dienIn.error && vanServer.length === 0 ? <FoutMelding fout={dienIn.error} /> : null}
      <div className="formulier__voet">
        <Knop type="submit" soort="primary-action" bezig={dienIn.isPending}>
          Antwoorden indienen
        </Knop>
        <BewaarRegel
          concept={concept}
          velden={velden}
          inhoud={inhoud}
          herlaad={() => {
            concept.vergeet();
            herlaad();
          }}
        />
      </div>
    </form>
  );
}
