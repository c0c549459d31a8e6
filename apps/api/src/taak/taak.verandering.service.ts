import { Injectable } from '@nestjs/common';
import type { TaakVerval, Terugsturing, Uitgevoerd } from '@maatwerktraject/contracts';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { ProblemException, refused } from '../http/problem.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import { invoerIdVan } from '../traject/invoer.query.js';
import { TrajectOpdrachtService } from '../traject/traject.opdracht.service.js';
import { leesTraject, type TrajectRij } from '../traject/traject.query.js';
import { leesAkkoord } from './akkoord.query.js';
import { leesTaak, type TaakRij } from './taak.query.js';

type Wie = Pick<Aangemelde, 'rol' | 'accountId'>;

const sleutelVan = ({ taak, uitvoerder }: TaakRij): string => `${taak}.${uitvoerder}`;

/** What becomes of a taak after it was handed in, and when it is no longer needed. */
@Injectable()
export class TaakVeranderingService {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly opdrachten: TrajectOpdrachtService,
  ) {}

  /** By the adviseur, or by who must agree with it. The text can be read by everyone of the gemeente. */
  async stuurTerug(
    id: string,
    { toelichting }: Terugsturing,
    wie: Wie,
    kenmerk: string,
  ): Promise<Uitgevoerd> {
    const { taak, traject } = await this.lees(id, async (db, rij) => {
      if (wie.rol !== 'adviseur') await weigerZonderAkkoord(db, rij, wie);
    });
    const door = wie.rol === 'adviseur' ? 'adviseur' : 'gemeente';
    const tekst = {
      trajectId: traject.id,
      soort: 'terugsturing',
      onderwerp: id,
      inhoud: { toelichting },
    } as const;
    const invoerId = invoerIdVan(kenmerk, tekst);
    if (taak.teruggestuurd_invoer_id === invoerId) return { nieuw: false };
    const commando = { soort: 'stuur-taak-terug', taak: sleutelVan(taak), invoerId } as const;
    return this.opdrachten.vraagMetTekst({ traject, commando, door, kenmerk }, invoerId, { ...tekst, door });
  }

  async geefAkkoord(id: string, wie: Wie, kenmerk: string): Promise<Uitgevoerd> {
    const { taak, traject } = await this.lees(id, (db, rij) => weigerZonderAkkoord(db, rij, wie));
    const commando = {
      soort: 'geef-akkoord',
      taak: sleutelVan(taak),
      wie: wie.accountId,
      invoerId: null,
    } as const;
    const door = wie.rol === 'adviseur' ? 'adviseur' : 'gemeente';
    return this.opdrachten.vraag({ traject, commando, door, kenmerk });
  }

  async laatVervallen(id: string, { toelichting }: TaakVerval, kenmerk: string): Promise<Uitgevoerd> {
    const { taak, traject } = await this.lees(id, () => Promise.resolve());
    const door = 'adviseur';
    const tekst = {
      trajectId: traject.id,
      soort: 'toelichting',
      onderwerp: id,
      inhoud: { toelichting },
    } as const;
    const invoerId = invoerIdVan(kenmerk, tekst);
    const commando = { soort: 'laat-taak-vervallen', taak: sleutelVan(taak), invoerId } as const;
    return this.opdrachten.vraagMetTekst({ traject, commando, door, kenmerk }, invoerId, { ...tekst, door });
  }

  private lees(
    id: string,
    controleer: (db: Db, taak: TaakRij) => Promise<void>,
  ): Promise<{ taak: TaakRij; traject: TrajectRij }> {
    return this.database.read(async (db) => {
      const taak = await leesTaak(db, id);
      await controleer(db, taak);
      return { taak, traject: await leesTraject(db, taak.traject_id) };
    });
  }
}

/** Four eyes: who handed it in may not agree; where nobody else can, the adviseur does. */
async function weigerZonderAkkoord(db: Db, taak: TaakRij, { rol }: Wie): Promise<void> {
  if (taak.akkoord_door === null) {
    if (rol === 'gemeente')
      throw new ProblemException(
        403,
        'Voor deze taak is geen akkoord nodig. Alleen uw adviseur kan haar terugsturen.',
        {
          code: 'geen-akkoord-nodig',
        },
      );
    throw refused('geen-akkoord-gevraagd', 'Voor deze taak is geen akkoord nodig. U hoeft niets te doen.');
  }
  const akkoord = await leesAkkoord(db, taak, rol);
  if (akkoord === 'mag' && rol === 'gemeente' && taak.status !== 'wacht-op-akkoord')
    throw refused('geen-akkoord-gevraagd', 'Voor deze taak is nu geen akkoord nodig. Ververs de pagina.');
  if (akkoord === 'zelf')
    throw refused(
      'zelfde-persoon',
      'U hebt deze taak zelf ingediend. Laat iemand anders ernaar kijken, of vraag uw adviseur.',
    );
  if (akkoord === 'ander')
    throw new ProblemException(
      403,
      rol === 'adviseur'
        ? `Het akkoord op deze taak is voor het niveau ${taak.akkoord_door} van de gemeente. U kunt de taak wel terugsturen.`
        : `Het akkoord op deze taak is voor het niveau ${taak.akkoord_door}. U kunt haar alleen bekijken.`,
      { code: 'akkoord-van-ander' },
    );
}
