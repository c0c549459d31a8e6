import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { beheerOpdracht } from '../api/beheer.opdrachten.js';
import { beheerVraag } from '../api/beheer.vragen.js';
import { useOpdracht } from '../api/opdrachten.js';
import type { Account, Diensttoken, GegevenDiensttoken } from '../api/types.js';
import { Bladeren, useBladeren } from '../ui/bladeren.component.js';
import { momentKort } from '../ui/datum.js';
import { Deel } from '../ui/deel.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { Knop } from '../ui/knop.component.js';
import { Melding } from '../ui/melding.component.js';
import { Merk } from '../ui/merk.component.js';
import { Tabel } from '../ui/tabel.component.js';
import { ROL_NAAM } from '../ui/woorden.js';
import { Zeker } from '../ui/zeker.component.js';
import { NieuwToken } from './nieuw-token.component.js';
import { RECHT_NAAM } from './rechten.view-model.js';
import { TokenEenmaal } from './token-eenmaal.component.js';
import { isInTeTrekken, tokenStand } from './token.view-model.js';

function Rij({ token, trekIn }: { token: Diensttoken; trekIn: () => void }): ReactElement {
  const { uitleg, ...merk } = tokenStand(token);
  return (
    <tr>
      <th scope="row">{token.naam}</th>
      <td>
        <Merk {...merk} />
        {uitleg === null ? null : <p className="tabel__uitleg">{uitleg}</p>}
      </td>
      <td>{ROL_NAAM[token.rol]}</td>
      <td>
        <ul className="tabel__mails">
          {token.rechten.map((recht) => (
            <li key={recht}>{RECHT_NAAM[recht]}</li>
          ))}
        </ul>
      </td>
      <td className="tabel__dag">{momentKort(token.vervaltOp)}</td>
      <td className="tabel__dag">{token.gebruiktOp ? momentKort(token.gebruiktOp) : 'nog niet'}</td>
      <td className="tabel__dag">
        {isInTeTrekken(token) ? (
          <Knop soort="subtle" onClick={trekIn} aria-label={`Trek in: token ${token.naam}`}>
            Trek in
          </Knop>
        ) : null}
      </td>
    </tr>
  );
}

interface WegProps {
  accountId: string;
  token: Diensttoken;
  na: () => void;
  sluit: () => void;
}

function Weg({ accountId, token, na, sluit }: WegProps): ReactElement {
  const neem = useOpdracht(beheerOpdracht.trekTokenIn(accountId), na);
  return (
    <Zeker
      ja="Ja, trek het token in"
      bezig={neem.isPending}
      fout={neem.error}
      doe={() => neem.mutate(token.id)}
      sluit={sluit}
    >
      <p>
        Het token “{token.naam}” werkt dan meteen niet meer. U kunt dit niet terugdraaien. Wel kunt u een
        nieuw token maken.
      </p>
    </Zeker>
  );
}

/** The tokens of a service: which there are, a new one, and taking one away. */
export function Diensttokens({ account }: { account: Account }): ReactElement {
  const blader = useBladeren();
  const tokens = useQuery(beheerVraag.tokens(account.id, blader.na));
  const gemeld = useGemeld();
  const [nieuw, setNieuw] = useState<GegevenDiensttoken | null>(null);
  const [weg, setWeg] = useState<Diensttoken | null>(null);
  return (
    <>
      <Deel id="tokens" titel="Tokens" gemeld={gemeld}>
        <p className="utrecht-paragraph">
          Met een token laat een dienst zien wie hij is. De tokens zelf staan hier niet: die bewaren wij niet.
        </p>
        {nieuw ? (
          <TokenEenmaal
            key={nieuw.id}
            token={nieuw}
            sluit={() => {
              setNieuw(null);
              gemeld.meld('Het token is gemaakt. U ziet het niet meer terug.');
            }}
          />
        ) : null}
        <Gegevens vraag={tokens}>
          {({ items, volgende }) => (
            <>
              {items.length === 0 ? (
                <Melding soort="info">
                  <p>Deze dienst heeft nog geen token.</p>
                </Melding>
              ) : (
                <Tabel
                  naam="Lijst van tokens"
                  koppen={[
                    'Waarvoor',
                    'Stand',
                    'Rol',
                    'Rechten',
                    'Werkt tot',
                    'Laatst gebruikt',
                    'Intrekken',
                  ]}
                >
                  {items.map((token) => (
                    <Rij key={token.id} token={token} trekIn={() => setWeg(token)} />
                  ))}
                </Tabel>
              )}
              <Bladeren naam="tokens" stand={blader} volgende={volgende} />
            </>
          )}
        </Gegevens>
        {weg ? (
          <Weg
            key={weg.id}
            accountId={account.id}
            token={weg}
            sluit={() => setWeg(null)}
            na={() => {
              setWeg(null);
              gemeld.meld(`Het token “${weg.naam}” is ingetrokken.`);
            }}
          />
        ) : null}
      </Deel>
      {account.status === 'actief' ? (
        <Deel id="nieuw-token" titel="Een nieuw token maken">
          <NieuwToken accountId={account.id} na={setNieuw} />
        </Deel>
      ) : null}
    </>
  );
}
