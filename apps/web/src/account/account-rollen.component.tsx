import { useState, type ReactElement } from 'react';
import { beheerOpdracht } from '../api/beheer.opdrachten.js';
import { useOpdracht } from '../api/opdrachten.js';
import type { Account, Toekenning, VerleendeRol } from '../api/types.js';
import { dagKort, dagVan } from '../ui/datum.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Tabel } from '../ui/tabel.component.js';
import { ROL_NAAM, uitnodigingInWoorden } from '../ui/woorden.js';
import { Zeker } from '../ui/zeker.component.js';
import { losseRollen, nogTeGeven } from './account.view-model.js';

interface RollenProps {
  account: Account;
  na: (zin: string) => void;
}

interface WegProps extends RollenProps {
  rol: VerleendeRol;
  sluit: () => void;
}

function Weg({ account, rol, na, sluit }: WegProps): ReactElement {
  const neem = useOpdracht(beheerOpdracht.trekRolIn(account.id), () => {
    sluit();
    na(`${account.naam} heeft de rol ${ROL_NAAM[rol]} niet meer.`);
  });
  return (
    <Zeker
      ja="Ja, trek de rol in"
      bezig={neem.isPending}
      fout={neem.error}
      doe={() => neem.mutate(rol)}
      sluit={sluit}
    >
      <p>
        {account.naam} heeft dan de rol {ROL_NAAM[rol]} niet meer. Dat geldt meteen. Toegang tot cohorten
        blijft: die trekt u bij het cohort in.
      </p>
    </Zeker>
  );
}

function Heeft({
  rollen,
  kies,
}: {
  rollen: readonly Toekenning[];
  kies: (rol: VerleendeRol) => void;
}): ReactElement {
  return (
    <Tabel naam="Lijst van rollen" koppen={['Rol', 'Sinds', 'Mail', 'Intrekken']}>
      {rollen.map(({ id, rol, verleendOp, uitnodiging }) => (
        <tr key={id}>
          <th scope="row">{ROL_NAAM[rol]}</th>
          <td className="tabel__dag">{dagKort(dagVan(verleendOp))}</td>
          <td>{uitnodigingInWoorden({ uitnodiging })}</td>
          <td className="tabel__dag">
            <Knop soort="subtle" onClick={() => kies(rol)} aria-label={`Trek in: de rol ${ROL_NAAM[rol]}`}>
              Trek in
            </Knop>
          </td>
        </tr>
      ))}
    </Tabel>
  );
}

/** The roles of an account that belong to no cohort: giving them and taking them away. */
export function AccountRollen({ account, na }: RollenProps): ReactElement {
  const [weg, setWeg] = useState<VerleendeRol | null>(null);
  const geef = useOpdracht(beheerOpdracht.geefRol(account.id), ({ rol }) =>
    na(`${account.naam} heeft nu de rol ${ROL_NAAM[rol]}.`),
  );
  const rollen = losseRollen(account);
  return (
    <>
      {rollen.length === 0 ? (
        <p className="utrecht-paragraph">Dit account heeft geen rol die overal geldt.</p>
      ) : (
        <Heeft rollen={rollen} kies={setWeg} />
      )}
      {weg ? <Weg key={weg} account={account} rol={weg} na={na} sluit={() => setWeg(null)} /> : null}
      {geef.error ? <FoutMelding fout={geef.error} /> : null}
      {account.status === 'actief' ? (
        <div className="knoppen">
          {nogTeGeven(account).map((rol) => (
            <Knop key={rol} bezig={geef.isPending} onClick={() => geef.mutate(rol)}>
              Geef de rol {ROL_NAAM[rol]}
            </Knop>
          ))}
        </div>
      ) : null}
    </>
  );
}
