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
  /** Whether he wants his taken in one mail a week. */
  @Column('boolean', { default: true }) weekoverzicht!: boolean;
  /** The first day on which he is not there any more. */
  @Column('date', { nullable: true }) vertrektOp!: string | null;
  /** Who stands in for him, from and to and including these days; all three or none. */
  @Column('uuid', { nullable: true }) vervangerId!: string | null;
  @Column('date', { nullable: true }) vervangerVan!: string | null;
  @Column('date', { nullable: true }) vervangerTot!: string | null;

  @ManyToOne(() => TrajectEntity, (traject) => traject.contactpersonen)
  @JoinColumn({ name: 'traject_id' })
  traject?: Relation<TrajectEntity>;
}
