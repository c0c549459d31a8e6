import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { Adresprobleem } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { Deel } from '../ui/deel.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { Tekstveld } from '../ui/velden.component.js';
import { aantal } from '../ui/woorden.js';
import { bezorgingOpdracht, bezorgingVraag } from './bezorging.vragen.js';
import { foutenInReden } from './besluit.view-model.js';
import { probleemInWoorden, watTeDoen } from './adresprobleem.view-model.js';

interface OplossenProps {
  trajectId: string;
  probleem: Adresprobleem;
  na: () => void;
}

function Oplossen({ trajectId, probleem, na }: OplossenProps): ReactElement {
  const [open, setOpen] = useState(false);
  const [reden, setReden] = useState('');
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const losOp = useOpdracht(bezorgingOpdracht.losOp(trajectId, probleem.id), na);
  if (!open) return <Knop onClick={() => setOpen(true)}>Probeer dit adres opnieuw</Knop>;
  const pad = `reden-${probleem.id}`;
  return (
    <Formulier
      fouten={fouten.map((fout) => ({ ...fout, pad }))}
      poging={poging}
      verstuur={() => {
        const eigen = foutenInReden(reden);
        zetFouten(eigen);
        if (eigen.length === 0 && !losOp.isPending) losOp.mutate(reden.trim(), { onError: vanServer });
      }}
    >
      <Tekstveld
        pad={pad}
        label="Waarom werkt dit adres nu wel?"
        hulp="Ten minste 10 tekens. Dit blijft in het logboek staan. Schrijf er geen namen van personen in."
        autoComplete="off"
        value={reden}
        fout={foutBij('reden')}
        onChange={({ target }) => setReden(target.value)}
      />
      {losOp.error && fouten.length === 0 ? <FoutMelding fout={losOp.error} /> : null}
      <div className="knoppen">
        <Knop type="submit" soort="primary-action" bezig={losOp.isPending}>
          Verstuur wat wacht
        </Knop>
        <Knop onClick={() => setOpen(false)}>Annuleer</Knop>
      </div>
    </Formulier>
  );
}

function Probleem({ trajectId, probleem, na }: OplossenProps): ReactElement {
  return (
    <Melding soort="warning" titel={`Mail aan ${probleem.wie?.naam ?? 'iemand'} komt niet aan`}>
      <p>{probleemInWoorden(probleem)}</p>
      {probleem.woorden === null ? null : (
        <p>
          De mailserver zei: <q lang="en">{probleem.woorden}</q>
        </p>
      )}
      <p>{watTeDoen(probleem)}</p>
      <Oplossen trajectId={trajectId} probleem={probleem} na={na} />
    </Melding>
  );
}

function Onzeker({ trajectId }: { trajectId: string }): ReactElement | null {
  const onzeker = useQuery(bezorgingVraag.onzeker(trajectId)).data;
  if (!onzeker || onzeker.totaal === 0) return null;
  return (
    <Melding
      soort="warning"
      titel={`Van ${aantal(onzeker.totaal, 'mail', 'mails')} is niet zeker of hij is aangekomen`}
    >
      <p>Vraag het na bij de ontvanger. Open daarna de mail en leg vast wat u weet.</p>
      <ul>
        {onzeker.items.map(({ id, titel, aan }) => (
          <li key={id}>
            <Link
              className="utrecht-link"
              to="/trajecten/$trajectId/mails/$berichtId"
              params={{ trajectId, berichtId: id }}
            >
              {titel}
            </Link>
            {aan ? `, aan ${aan.naam}` : ''}
          </li>
        ))}
      </ul>
    </Melding>
  );
}

/** Mail of a traject that needs a person: addresses that do not work, and mail that may not have arrived. */
export function PostTodo({ trajectId }: { trajectId: string }): ReactElement | null {
  const gemeld = useGemeld();
  const lijst = useQuery(bezorgingVraag.adresproblemen(trajectId)).data;
  if (!lijst) return null;
  const open = lijst.items.filter(({ opgelostOp }) => opgelostOp === null);
  const { onbekend, mislukt } = lijst.post;
  if (open.length + onbekend + mislukt === 0 && gemeld.zin === '') return null;
  return (
    <Deel id="post" titel="Mail die uw aandacht vraagt" gemeld={gemeld}>
      {open.map((probleem) => (
        <Probleem
          key={probleem.id}
          trajectId={trajectId}
          probleem={probleem}
          na={() => gemeld.meld('De mail die wachtte, gaat nu weg als hij nog klopt.')}
        />
      ))}
      {onbekend > 0 ? <Onzeker trajectId={trajectId} /> : null}
      {mislukt > 0 ? (
        <p className="utrecht-paragraph">
          {aantal(mislukt, 'mail is', 'mails zijn')} mislukt. Kijk onder Mails wat er was.
        </p>
      ) : null}
    </Deel>
  );
}
