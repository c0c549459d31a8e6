import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { beheerOpdracht } from '../api/beheer.opdrachten.js';
import { useOpdracht } from '../api/opdrachten.js';
import { useMeldOp } from '../shell/gemaakt.context.js';
import { Pagina } from '../shell/pagina.component.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Groep, Tekstveld, veldId, Vinkje } from '../ui/velden.component.js';
import { TE_GEVEN_ROLLEN } from './account.view-model.js';
import {
  foutenIn,
  gemaaktInWoorden,
  LEEG,
  verzoekVan,
  type AccountInvoer,
} from './nieuw-account.view-model.js';

interface DeelProps {
  invoer: AccountInvoer;
  zet: (deel: Partial<AccountInvoer>) => void;
  foutBij: (pad: string) => string | undefined;
}

function Persoon({ invoer, zet, foutBij }: DeelProps): ReactElement {
  return (
    <>
      <Tekstveld
        type="email"
        pad="email"
        label="E-mailadres"
        hulp="Het adres van het account waarmee deze persoon zich aanmeldt. Daar gaat ook de uitnodiging naartoe."
        value={invoer.email}
        fout={foutBij('email')}
        onChange={({ target }) => zet({ email: target.value })}
      />
      <Groep
        pad="rollen"
        legenda="Welke rollen krijgt deze persoon?"
        hulp="Toegang tot een cohort geeft u daarna, bij het cohort."
        fout={foutBij('rollen')}
      >
        {TE_GEVEN_ROLLEN.map(({ rol, uitleg }, nummer) => (
          <Vinkje
            key={rol}
            soort="checkbox"
            id={nummer === 0 ? veldId('rollen') : `${veldId('rollen')}-${rol}`}
            label={uitleg}
            checked={invoer.rollen.includes(rol)}
            onChange={({ target }) =>
              zet({
                rollen: target.checked
                  ? [...invoer.rollen, rol]
                  : invoer.rollen.filter((andere) => andere !== rol),
              })
            }
          />
        ))}
      </Groep>
    </>
  );
}

/** Makes an account for a person, who gets a mail, or for a service. */
export function NieuwAccountPage(): ReactElement {
  const navigate = useNavigate();
  const [invoer, setInvoer] = useState(LEEG);
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const meldOp = useMeldOp();
  const maak = useOpdracht(beheerOpdracht.maakAccount, ({ id, ...account }) => {
    meldOp(`/beheer/accounts/${id}`, gemaaktInWoorden(account));
    void navigate({ to: '/beheer/accounts/$accountId', params: { accountId: id } });
  });
  const zet = (deel: Partial<AccountInvoer>): void => setInvoer((oud) => ({ ...oud, ...deel }));
  function verstuur(): void {
    const eigen = foutenIn(invoer);
    zetFouten(eigen);
    if (eigen.length === 0 && !maak.isPending) maak.mutate(verzoekVan(invoer), { onError: vanServer });
  }
  return (
    <Pagina
      titel="Nieuw account maken"
      kruimels={[
        { naam: 'Beheer', naar: '/beheer' },
        { naam: 'Accounts', naar: '/beheer/accounts' },
      ]}
    >
      <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
        <Groep pad="soort" legenda="Voor wie is het account?">
          <Vinkje
            soort="radio"
            name="soort"
            id={veldId('soort')}
            label="Een persoon. Die krijgt een mail met uitleg."
            checked={invoer.soort === 'mens'}
            onChange={() => zet({ soort: 'mens' })}
          />
          <Vinkje
            soort="radio"
            name="soort"
            label="Een dienst: een ander computersysteem. Daarvoor maakt u daarna een token."
            checked={invoer.soort === 'dienst'}
            onChange={() => zet({ soort: 'dienst' })}
          />
        </Groep>
        <Tekstveld
          pad="naam"
          label="Naam"
          autoComplete="off"
          value={invoer.naam}
          fout={foutBij('naam')}
          onChange={({ target }) => zet({ naam: target.value })}
        />
        {invoer.soort === 'mens' ? <Persoon {...{ invoer, zet, foutBij }} /> : null}
        {maak.error && fouten.length === 0 ? <FoutMelding fout={maak.error} /> : null}
        <Knop type="submit" soort="primary-action" bezig={maak.isPending}>
          Maak het account
        </Knop>
      </Formulier>
    </Pagina>
  );
}
