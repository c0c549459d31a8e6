import type { StapStatus } from '@maatwerktraject/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One stap of a traject: as planned at the start (days, never changed), and as it went (days and instants). */
@Entity('stap')
export class StapEntity {
  @PrimaryColumn('uuid') trajectId!: string;
  /** Taken over from the traject by the database, for the row rules. */
  @Column({ type: 'uuid', insert: false, update: false }) cohortId!: string;
  @PrimaryColumn('text') sleutel!: string;
  @Column('integer') volgnummer!: number;
  @Column('text') status!: StapStatus;
  /** The version that it began on, when its traject has gone over to another since. */
  @Column('integer', { nullable: true }) sjabloonVersie!: number | null;
  @Column('date') geplandOp!: string;
  @Column('date') geplandEindigtOp!: string;
  @Column('date', { nullable: true }) opentOp!: string | null;
  @Column('date', { nullable: true }) eindigtOp!: string | null;
  @Column('timestamptz', { nullable: true }) geopendOp!: Date | null;
  @Column('timestamptz', { nullable: true }) ingeleverdOp!: Date | null;
  @Column('timestamptz', { nullable: true }) goedgekeurdOp!: Date | null;
}
