import type { ReactElement } from 'react';
import { Eenmaal } from '../ui/eenmaal.component.js';

interface GeheimEenmaalProps {
  naam: string;
  geheim: string;
  sluit: () => void;
}

/** The secret with which a webhook signs. */
export function GeheimEenmaal({ naam, geheim, sluit }: GeheimEenmaalProps): ReactElement {
  return (
    <Eenmaal wat="geheim" label={`Geheim van ${naam}`} waarde={geheim} sluit={sluit}>
      <p>
        Met dit geheim controleert het andere systeem of een bericht van ons komt. U ziet het geheim alleen
        nu. Zet het meteen in dat systeem, of bewaar het op een veilige plek. Stuur het niet per mail. Bent u
        het kwijt? Maak dan een nieuw geheim.
      </p>
    </Eenmaal>
  );
}
