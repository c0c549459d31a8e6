import type { Niveau } from '@maatwerktraject/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TrajectEntity } from './traject.entity.js';

/** A person of a gemeente who does taken on one niveau; one of them is the hoofdcontact. */
@Entity('contactpersoon')
export class ContactpersoonEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') trajectId!: string;
  /** Taken over from the traject by the database, for the row rules. */
  @Column({ type: 'uuid', insert: false, update: false }) cohortId!: string;
  /** Sealed, as is the address. */
  @Column('text') naam!: string;
  @Column('text') email!: string;
  /** Who logs in as this person; null once erased. */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('text') niveau!: Niveau;
  @Column('boolean') hoofdcontact!: boolean;

  @ManyToOne(() => TrajectEntity, (traject) => traject.contactpersonen)
  @JoinColumn({ name: 'traject_id' })
  traject?: Relation<TrajectEntity>;
}
