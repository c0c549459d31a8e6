import type { Keyring } from '@maatwerktraject/crypto';
import type { DataSource } from 'typeorm';
import { messageIdVan } from '../bericht/bericht.opslag.js';
import type { Mail, Verzender, Verzending } from '../bericht/smtp.verzender.js';
import { maakAgenda, type Agenda } from './agenda.ics.js';
import {
  createAgendaberichtOpslag,
  type TeSturenAgendabericht,
  type Uitkomst,
} from './agendabericht.opslag.js';
import {
  inhoudVan,
  schrijfBijeenkomst,
  schrijfVoorwaarde,
  type BijeenkomstGegevens,
} from './agendabericht.tekst.js';

export interface AgendaberichtDeps {
  readonly database: DataSource;
  readonly keyring: Keyring;
  readonly publicUrl: string;
  /** Sender address, and the domain of Message-IDs. */
  readonly van: string;
  readonly mailDomein: string;
  readonly echt: Verzender;
  /** For oefencohorten; their mail never goes by `echt`. Null: it waits until there is one. */
  readonly oefen: Verzender | null;
}

export interface AgendaberichtBezorger {
  /** Mails all that is due of the agendas; gives how many left. Rejects when the database is away. */
  bezorg(): Promise<number>;
}

const adresVan = (afzender: string): string => /<([^>]+)>/.exec(afzender)?.[1] ?? afzender;

function uitkomstVan(verzending: Verzending): Uitkomst {
  if (verzending.soort === 'mislukt') return verzending.definitief ? 'mislukt' : 'later';
  return verzending.soort;
}

/**
 * Mails people about their meetings as soon as somebody plans, moves or cancels one: who did so is at work, and the others
 * have to know. Each mail once: what may have left is not sent again (ADR 0004).
 */
export function createAgendaberichtBezorger(deps: AgendaberichtDeps): AgendaberichtBezorger {
  const opslag = createAgendaberichtOpslag(deps.database, deps.keyring);

  const agendaBij = (gegevens: BijeenkomstGegevens): Agenda | undefined => {
    if (gegevens.soort === 'herinnering') return undefined;
    return maakAgenda({
      ...gegevens,
      methode: gegevens.soort === 'afzegging' ? 'CANCEL' : 'REQUEST',
      domein: deps.mailDomein,
      omschrijving: inhoudVan(gegevens).join('\n'),
      organisator: gegevens.adviseur,
      afzender: adresVan(deps.van),
      genodigde: gegevens.aan,
      nu: new Date(),
    });
  };

  const schrijf = ({ sleutel, over }: TeSturenAgendabericht): Mail => {
    const tekst =
      over.soort === 'voorwaarde'
        ? schrijfVoorwaarde(over, deps.publicUrl)
        : schrijfBijeenkomst(over, deps.publicUrl);
    const agenda = over.soort === 'voorwaarde' ? undefined : agendaBij(over);
    return {
      van: deps.van,
      aan: over.aan,
      messageId: messageIdVan(`agendabericht/${sleutel}`, deps.mailDomein),
      ...tekst,
      ...(agenda ? { agenda } : {}),
    };
  };

  const verstuur = async (een: TeSturenAgendabericht): Promise<Uitkomst> => {
    const verzender = een.over.oefen ? deps.oefen : deps.echt;
    return verzender ? uitkomstVan(await verzender.verstuur(schrijf(een))) : 'later';
  };

  return {
    async bezorg() {
      let verzonden = 0;
      for (let een = await opslag.claim(); een; een = await opslag.claim()) {
        const uitkomst = await verstuur(een);
        await opslag.verwerk(een.id, uitkomst);
        if (uitkomst === 'verzonden') verzonden += 1;
      }
      return verzonden;
    },
  };
}
