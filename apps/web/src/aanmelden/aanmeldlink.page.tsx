import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { ApiFout } from '../api/fout.js';
import { opdracht } from '../api/opdrachten.js';
import { Pagina } from '../shell/pagina.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { LinkGevraagd } from './link-gevraagd.component.js';
import { neemLinksleutel, vergeetLinksleutel } from './linksleutel.js';
import { MailFormulier, type Gevraagd } from './mail-formulier.component.js';
import { onthoudenNaar, veiligPad, vergeetNaar } from './naar.js';

/** A link that does not work (any more), and how to get another one that leads to the same page. */
function NieuweLink({ titel, zin }: { titel: string; zin: string }): ReactElement {
  const [gevraagd, setGevraagd] = useState<Gevraagd | null>(null);
  const [naar] = useState(() => onthoudenNaar());
  if (gevraagd) return <LinkGevraagd gevraagd={gevraagd} naar={naar} anderAdres={() => setGevraagd(null)} />;
  return (
    <Pagina titel={titel}>
      <Melding soort="warning">
        <p>{zin}</p>
      </Melding>
      <h2 className="utrecht-heading-2">Vraag een nieuwe link</h2>
      <MailFormulier naar={naar} na={setGevraagd} />
    </Pagina>
  );
}

function Bevestig({ sleutel }: { sleutel: string }): ReactElement {
  const gebruik = useMutation({
    mutationFn: () => opdracht.gebruikAanmeldlink(sleutel),
    onSuccess: ({ naar, nogNodig }) => {
      vergeetLinksleutel();
      if (nogNodig === null) vergeetNaar();
      // Loads afresh: what another person saw in this window must not stay in its memory.
      location.replace(veiligPad(naar));
    },
  });
  const { error } = gebruik;
  if (error instanceof ApiFout && (error.status === 410 || error.status === 400))
    return (
      <NieuweLink
        titel="Deze link werkt niet meer"
        zin={error.status === 410 ? error.zin : 'De link is niet volledig. Vraag een nieuwe link.'}
      />
    );
  return (
    <Pagina titel="Wilt u zich aanmelden?">
      <p className="utrecht-paragraph">
        U opende de link uit uw mail. Kies de knop om u aan te melden. De link werkt één keer.
      </p>
      <Knop
        soort="primary-action"
        bezig={gebruik.isPending || gebruik.isSuccess}
        onClick={() => gebruik.mutate()}
      >
        Ja, meld mij aan
      </Knop>
      {error ? <FoutMelding fout={error} /> : null}
      <p className="utrecht-paragraph">
        Hebt u deze mail niet zelf gevraagd? Sluit dan deze pagina. Er gebeurt dan niets.
      </p>
    </Pagina>
  );
}

/** Where the link in a mail leads. It asks first: programs that look into mail open links too, and would use it up. */
export function AanmeldlinkPage(): ReactElement {
  const [sleutel, setSleutel] = useState(neemLinksleutel);
  useEffect(() => {
    // Another link in the same window changes only the part behind the #, which loads nothing.
    const kijk = (): void => setSleutel(neemLinksleutel());
    addEventListener('hashchange', kijk);
    return () => removeEventListener('hashchange', kijk);
  }, []);
  if (sleutel === null)
    return (
      <NieuweLink
        titel="Open de link opnieuw"
        zin="Deze pagina heeft de link uit uw mail nodig. Ga naar de mail en open de link nog een keer. Of vraag hieronder een nieuwe."
      />
    );
  return <Bevestig key={sleutel} sleutel={sleutel} />;
}
