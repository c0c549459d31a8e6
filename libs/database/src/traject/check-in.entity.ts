import type { CheckInStatus } from '@maatwerktraject/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A conversation of the adviseur with the hoofdcontact: planned in a week, and what became of it. */
@Entity('check_in')
export class CheckInEntity {
  @PrimaryColumn('uuid') trajectId!: string;
  /** Taken over from the traject by the database, for the row rules. */
  @Column({ type: 'uuid', insert: false, update: false }) cohortId!: string;
  @PrimaryColumn('text') sleutel!: string;
  @Column('text') stap!: string;
  @Column('text') status!: CheckInStatus;
  @Column('date') geplandWeekVan!: string;
  @Column('date', { nullable: true }) weekVan!: string | null;
  @Column('date', { nullable: true }) datum!: string | null;
  @Column('uuid', { nullable: true }) invoerId!: string | null;
}
