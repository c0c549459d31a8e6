import { useState, type ReactElement } from 'react';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import type { Wissingsverzoek } from '../api/types.js';
import { momentInWoorden } from '../ui/datum.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { Melding } from '../ui/melding.component.js';
import { Tekstveld } from '../ui/velden.component.js';
import { Zeker } from '../ui/zeker.component.js';
import { redenFout } from './mijn-gegevens.view-model.js';

function Gevolgen(): ReactElement {
  return (
    <>
      <p className="utrecht-paragraph">
        U kunt vragen om uw gegevens te wissen. Er wordt dan niet meteen iets gewist. Uw verzoek gaat naar de
        beheerder.
      </p>
      <ul className="utrecht-unordered-list">
        <li className="utrecht-unordered-list__item">
          <strong>Weg gaan:</strong> uw naam en e-mailadres, ook bij trajecten en cohorten. En uw rollen,
          passkeys en aanmeldingen. U kunt zich daarna niet meer aanmelden.
        </li>
        <li className="utrecht-unordered-list__item">
          <strong>Er blijft:</strong> wat u hebt ingevuld, want dat hoort bij het traject van de gemeente. Uw
          naam staat er niet meer bij. Noemde u uzelf in een antwoord? Schrijf dat dan in uw verzoek.
        </li>
        <li className="utrecht-unordered-list__item">
          <strong>Er blijft ook:</strong> het logboek, om na te gaan wat er is gebeurd. Daarin staat dan
          alleen een kenmerk, en geen naam.
        </li>
        <li className="utrecht-unordered-list__item">
          <strong>Soms kan het nog niet:</strong> bent u hoofdcontact van een traject dat loopt? Dan wacht het
          wissen tot het traject klaar is. Bent u de enige adviseur van een cohort dat loopt? Dan wacht het
          tot het cohort klaar is, of tot een ander het overneemt.
        </li>
      </ul>
    </>
  );
}

/** A request that was sent, and what happens with it. */
function Gevraagd({ verzoek }: { verzoek: Wissingsverzoek }): ReactElement {
  return (
    <Melding soort="info" titel="U hebt gevraagd om uw gegevens te wissen">
      <p>
        U vroeg dit op {momentInWoorden(verzoek.gevraagdOp)}. De beheerder leest uw verzoek, gaat na of u het
        bent, en wist uw gegevens of vertelt u waarom dat nog niet kan. U krijgt antwoord binnen een maand na
        uw verzoek.
      </p>
      <p>Uw reden: {verzoek.reden}</p>
      <p>Wilt u het toch niet? Zeg het dan tegen de beheerder.</p>
    </Melding>
  );
}

interface VraagWissingProps {
  verzoek: Wissingsverzoek | undefined;
  begin: () => void;
  na: () => void;
}

/** Asks to be erased, with a reason and after one question. */
export function VraagWissing({ verzoek, begin, na }: VraagWissingProps): ReactElement {
  const [reden, setReden] = useState('');
  const [zeker, setZeker] = useState(false);
  const { fouten, poging, foutBij, zetFouten } = useFormulierFouten();
  const vraag = useOpdracht(opdracht.vraagWissing, () => {
    setReden('');
    setZeker(false);
    na();
  });
  if (verzoek) return <Gevraagd verzoek={verzoek} />;
  function verder(): void {
    begin();
    const fout = redenFout(reden);
    zetFouten(fout === null ? [] : [{ pad: 'reden', zin: fout }]);
    setZeker(fout === null);
  }
  return (
    <Formulier verstuur={verder} fouten={fouten} poging={poging}>
      <Gevolgen />
      <Tekstveld
        pad="reden"
        label="Waarom wilt u dat uw gegevens worden gewist?"
        hulp="Alleen de beheerder leest dit. Na het wissen is ook deze tekst weg."
        autoComplete="off"
        maxLength={300}
        value={reden}
        fout={foutBij('reden')}
        onChange={({ target }) => {
          setReden(target.value);
          setZeker(false);
        }}
      />
      {zeker ? (
        <Zeker
          ja="Ja, stuur mijn verzoek"
          nee="Nee, stuur niets"
          bezig={vraag.isPending}
          fout={vraag.error}
          doe={() => vraag.mutate(reden.trim())}
          sluit={() => setZeker(false)}
        >
          <p>
            U vraagt de beheerder om uw gegevens te wissen. Is dat gebeurd, dan kan niemand het terugdraaien.
            Wilt u uw gegevens houden? Download ze dan eerst.
          </p>
        </Zeker>
      ) : (
        <Knop type="submit">Vraag om mijn gegevens te wissen</Knop>
      )}
    </Formulier>
  );
}
