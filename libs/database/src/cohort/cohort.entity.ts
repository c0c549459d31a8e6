import type { CohortStatus, Rustperiode } from '@maatwerktraject/domain';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Numbers with which a cohort was closed: how many trajecten, and how many per outcome. */
export interface CohortEvaluatie {
  readonly trajecten: number;
  readonly uitkomsten: Readonly<Record<string, number>>;
}

@Entity('cohort')
export class CohortEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') naam!: string;
  @Column('text') sjabloonSleutel!: string;
  @Column('integer') sjabloonVersie!: number;
  @Column('date') startdatum!: string;
  @Column('text') adviseurNaam!: string;
  @Column('text') adviseurEmail!: string;
  /** Who hears of what stays too late; null: the adviseur. */
  @Column('uuid', { nullable: true }) leiderAccountId!: string | null;
  @Column('text') status!: CohortStatus;
  /** Days of domain time per real second; null for a real cohort. */
  @Column('double precision', { nullable: true }) oefenDagenPerSeconde!: number | null;
  /** The clock (ADR 0007) once the cohort has started, in ms; the factor as a plain number. */
  @Column('bigint', { nullable: true }) klokEcht!: number | null;
  @Column('bigint', { nullable: true }) klokDomein!: number | null;
  @Column('double precision', { nullable: true }) klokFactor!: number | null;
  @Column('integer', { nullable: true }) klokVersie!: number | null;
  /** The domain's time of what is due next on its own agenda. */
  @Column('timestamptz', { nullable: true }) volgendMomentOp!: Date | null;
  @Column('jsonb', { default: [] }) rustperiodes!: readonly Rustperiode[];
  /** Grows with each change of them. */
  @Column('integer', { default: 0 }) kalenderVersie!: number;
  @Column('timestamptz', { nullable: true }) gestartOp!: Date | null;
  @Column('timestamptz', { nullable: true }) afgeslotenOp!: Date | null;
  @Column('jsonb', { nullable: true }) evaluatie!: CohortEvaluatie | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
