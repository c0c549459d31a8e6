import type { ReactElement } from 'react';
import { TYPENAMEN } from '@maatwerktraject/domain';
import { Groep, Tekstveld, veldId, Vinkje } from '../ui/velden.component.js';
import { typeInWoorden, type WebhookInvoer } from './webhook.view-model.js';

interface WebhookVeldenProps {
  invoer: WebhookInvoer;
  zet: (deel: Partial<WebhookInvoer>) => void;
  foutBij: (pad: string) => string | undefined;
}

/** What can be chosen of a webhook, when it is made and later. */
export function WebhookVelden({ invoer, zet, foutBij }: WebhookVeldenProps): ReactElement {
  return (
    <>
      <Tekstveld
        pad="naam"
        label="Naam van de webhook"
        hulp="Bijvoorbeeld: zaaksysteem."
        autoComplete="off"
        value={invoer.naam}
        fout={foutBij('naam')}
        onChange={({ target }) => zet({ naam: target.value })}
      />
      <Tekstveld
        pad="url"
        label="Adres"
        hulp="Een openbaar adres dat met https:// begint. De leverancier van het andere systeem weet het."
        autoComplete="off"
        spellCheck={false}
        inputMode="url"
        value={invoer.url}
        fout={foutBij('url')}
        onChange={({ target }) => zet({ url: target.value })}
      />
      <Groep pad="typen" legenda="Welke gebeurtenissen sturen wij?" fout={foutBij('typen')}>
        {TYPENAMEN.map((type, nummer) => (
          <Vinkje
            key={type}
            soort="checkbox"
            id={nummer === 0 ? veldId('typen') : `${veldId('typen')}-${String(nummer)}`}
            label={typeInWoorden(type)}
            checked={invoer.typen.includes(type)}
            onChange={({ target }) =>
              zet({
                typen: target.checked
                  ? [...invoer.typen, type]
                  : invoer.typen.filter((ander) => ander !== type),
              })
            }
          />
        ))}
      </Groep>
    </>
  );
}
