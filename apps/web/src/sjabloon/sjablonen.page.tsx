import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import { Pagina } from '../shell/pagina.component.js';
import { Deel } from '../ui/deel.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { perSjabloon, type SjabloonRegel } from './sjablonen.view-model.js';
import { Versie } from './versie.component.js';

function Groep({ titel, versies }: { titel: string; versies: readonly SjabloonRegel[] }): ReactElement {
  const gemeld = useGemeld();
  return (
    <Deel id={`sjabloon-${versies[0]?.sleutel ?? ''}`} titel={titel} gemeld={gemeld}>
      <ul className="kaarten">
        {versies.map((regel) => (
          <Versie key={`${String(regel.versie)}-${regel.status}`} regel={regel} meld={gemeld.meld} />
        ))}
      </ul>
    </Deel>
  );
}

/** The sjablonen with their versions: take one as a file, change it, put it back, publish it. */
export function SjablonenPage(): ReactElement {
  const sjablonen = useQuery(vraag.sjablonen());
  return (
    <Pagina titel="Sjablonen">
      <p className="utrecht-paragraph">
        Een sjabloon bepaalt de stappen, de taken, de vragen en de termijnen. Wilt u iets veranderen? Maak een
        nieuwe versie. Zolang die een concept is, merkt niemand er iets van. Lopende trajecten blijven op hun
        eigen versie. Bij een cohort ziet u wat een nieuwe versie daar zou doen.
      </p>
      <Gegevens vraag={sjablonen}>
        {({ items }) => (
          <>
            {perSjabloon(items).map((groep) => (
              <Groep key={groep.versies[0]?.sleutel} {...groep} />
            ))}
          </>
        )}
      </Gegevens>
    </Pagina>
  );
}
