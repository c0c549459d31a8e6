import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { momentInWoorden } from '../ui/datum.js';
import { bewaarAls } from '../ui/bewaar-als.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Merk } from '../ui/merk.component.js';
import { Zeker } from '../ui/zeker.component.js';
import { sjabloonOpdracht, type Plaats } from './sjabloon.opdrachten.js';
import { bestandsnaam, type SjabloonRegel } from './sjablonen.view-model.js';
import { Upload } from './upload.component.js';

function ConceptKnoppen({ plaats }: { plaats: Plaats }): ReactElement {
  const client = useQueryClient();
  const [vraag, setVraag] = useState<'publiceren' | 'weggooien' | null>(null);
  const klaar = { onSuccess: () => client.invalidateQueries({ queryKey: ['sjablonen'] }) };
  // Read when the question is asked: what is published is what was there then.
  const gezien = useMutation({ mutationFn: sjabloonOpdracht.leesConcept });
  const publiceer = useMutation({ mutationFn: sjabloonOpdracht.publiceer, ...klaar });
  const verwijder = useMutation({ mutationFn: sjabloonOpdracht.verwijder, ...klaar });
  const naam = `versie ${String(plaats.versie)}`;

  if (vraag === 'publiceren' && gezien.data)
    return (
      <Zeker
        ja={`Ja, publiceer ${naam}`}
        bezig={publiceer.isPending}
        fout={publiceer.error}
        doe={() => publiceer.mutate({ plaats, gezien: gezien.data.versie })}
        sluit={() => setVraag(null)}
      >
        <p>Daarna kan deze versie niet meer veranderen. Nieuwe cohorten kunnen haar kiezen.</p>
      </Zeker>
    );
  if (vraag === 'weggooien')
    return (
      <Zeker
        ja={`Ja, gooi ${naam} weg`}
        bezig={verwijder.isPending}
        fout={verwijder.error}
        doe={() => verwijder.mutate(plaats)}
        sluit={() => setVraag(null)}
      >
        <p>Het concept is dan weg. Haal het bestand eerst op als u het wilt bewaren.</p>
      </Zeker>
    );
  return (
    <>
      <Upload plaats={plaats} />
      <div className="knoppen">
        <Knop
          soort="primary-action"
          bezig={gezien.isPending}
          onClick={() => gezien.mutate(plaats, { onSuccess: () => setVraag('publiceren') })}
        >
          {`Publiceer ${naam}`}
        </Knop>
        <Knop onClick={() => setVraag('weggooien')}>{`Gooi ${naam} weg`}</Knop>
      </div>
      {gezien.error ? <FoutMelding fout={gezien.error} /> : null}
    </>
  );
}

/** One version of a sjabloon, and what can be done with it. */
export function Versie({ regel, meld }: { regel: SjabloonRegel; meld: (zin: string) => void }): ReactElement {
  const client = useQueryClient();
  const { sleutel, versie, status } = regel;
  const plaats = { sleutel, versie };
  const isConcept = status === 'concept';
  const haalOp = useMutation({
    mutationFn: async () =>
      isConcept
        ? (await sjabloonOpdracht.leesConcept(plaats)).definitie
        : sjabloonOpdracht.leesVersie(plaats),
    onSuccess: (definitie) =>
      bewaarAls(
        new Blob([`${JSON.stringify(definitie, null, 2)}\n`], { type: 'application/json' }),
        bestandsnaam(regel),
      ),
  });
  const maak = useMutation({
    mutationFn: () => sjabloonOpdracht.maak(plaats),
    onSuccess: async ({ definitie }) => {
      meld(`Versie ${String(definitie.versie)} is gemaakt als concept.`);
      await client.invalidateQueries({ queryKey: ['sjablonen'] });
    },
  });
  return (
    <li className="kaart">
      <h3 className="utrecht-heading-3">Versie {versie}</h3>
      <p>
        <Merk
          soort={isConcept ? 'bezig' : 'goed'}
          tekst={isConcept ? 'Concept: kan nog veranderen' : 'Gepubliceerd'}
        />
      </p>
      <p>
        {isConcept ? 'Laatst gewijzigd' : 'Gepubliceerd'}: {momentInWoorden(regel.gewijzigdOp)}.
      </p>
      <div className="knoppen">
        <Knop bezig={haalOp.isPending} onClick={() => haalOp.mutate()}>
          {`Haal versie ${String(versie)} op als bestand`}
        </Knop>
        {isConcept ? null : (
          <Knop bezig={maak.isPending} onClick={() => maak.mutate()}>
            {`Nieuwe versie maken van versie ${String(versie)}`}
          </Knop>
        )}
      </div>
      {haalOp.error ? <FoutMelding fout={haalOp.error} /> : null}
      {maak.error ? <FoutMelding fout={maak.error} /> : null}
      {isConcept ? <ConceptKnoppen plaats={plaats} /> : null}
    </li>
  );
}
