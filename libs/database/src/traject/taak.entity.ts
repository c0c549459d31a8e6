import type { Niveau, TaakStatus, Uitvoerder } from '@maatwerktraject/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One taak for one uitvoerder. `id` is `<traject>.<stap>.<taak>.<uitvoerder>`. */
@Entity('taak')
export class TaakEntity {
  @PrimaryColumn('text') id!: string;
  @Column('uuid') trajectId!: string;
  /** Taken over from the traject by the database, for the row rules. */
  @Column({ type: 'uuid', insert: false, update: false }) cohortId!: string;
  @Column('text') stap!: string;
  /** Key of the taak in the sjabloon. */
  @Column('text') taak!: string;
  @Column('text') uitvoerder!: Uitvoerder;
  @Column('text') status!: TaakStatus;
  @Column('date') geplandOpenOp!: string;
  @Column('date') geplandVervaltOp!: string;
  @Column('date', { nullable: true }) opentOp!: string | null;
  @Column('date', { nullable: true }) vervaltOp!: string | null;
  @Column('timestamptz', { nullable: true }) geopendOp!: Date | null;
  @Column('timestamptz', { nullable: true }) ingediendOp!: Date | null;
  @Column('uuid', { nullable: true }) invoerId!: string | null;
  /** Whose agreement it takes besides, and when that was given. */
  @Column('text', { nullable: true }) akkoordDoor!: Niveau | null;
  @Column('timestamptz', { nullable: true }) akkoordOp!: Date | null;
  /** How often it was handed in. */
  @Column('integer', { default: 0 }) keer!: number;
  @Column('timestamptz', { nullable: true }) teruggestuurdOp!: Date | null;
  @Column('uuid', { nullable: true }) teruggestuurdInvoerId!: string | null;
  /** What an extra taak asks; null for one of the sjabloon. */
  @Column('uuid', { nullable: true }) opdrachtId!: string | null;
}

/** Answers that are not handed in yet; `versie` grows with each save. */
@Entity('taak_concept')
export class TaakConceptEntity {
  @PrimaryColumn('text') taakId!: string;
  @Column('jsonb') inhoud!: Record<string, unknown>;
  @Column('integer') versie!: number;
  @Column('timestamptz') bewaardOp!: Date;
}
