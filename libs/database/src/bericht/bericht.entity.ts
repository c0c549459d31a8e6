import type { Berichtsoort, Geadresseerde } from '@maatwerktraject/domain';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/**
 * State of a mail in the outbox (ADR 0004): `wacht` (also between attempts) → `bezig` (handed to the mail server, answer
 * not known yet) → `verzonden`, `mislukt` or `onbekend`. `vervallen`: no longer true when its turn came.
 * `overgeslagen`: its moment had passed. `samengevoegd`: the weekoverzicht tells it, so it never leaves itself.
 */
export type BerichtStatus =
  'wacht' | 'bezig' | 'verzonden' | 'mislukt' | 'onbekend' | 'vervallen' | 'overgeslagen' | 'samengevoegd';

@Entity('bericht')
export class BerichtEntity {
  @PrimaryColumn('uuid') id!: string;
  /** `<traject>/<soort>/<stap>/<onderwerp>/<recipient>`; unique, so that the same mail is never queued twice. */
  @Column('text') sleutel!: string;
  @Column('uuid') cohortId!: string;
  @Column('uuid') trajectId!: string;
  /** Null: to the adviseur of the traject, or to the leider. */
  @Column('uuid', { nullable: true }) contactpersoonId!: string | null;
  /** For whom the contactpersoon stands in. */
  @Column('uuid', { nullable: true }) namensId!: string | null;
  @Column('text') soort!: Berichtsoort;
  @Column('text') stap!: string;
  @Column('text') onderwerp!: string;
  @Column('text') aan!: Geadresseerde;
  @Column('text') status!: BerichtStatus;
  /** The domain's time at which it belongs. */
  @Column('timestamptz') op!: Date;
  @Column('boolean') oefen!: boolean;
  @Column('integer', { default: 0 }) pogingen!: number;
  @Column('timestamptz') volgendePogingOp!: Date;
  @Column('text', { nullable: true }) geclaimdDoor!: string | null;
  @Column('text', { nullable: true }) messageId!: string | null;
  @Column('timestamptz', { nullable: true }) verzondenOp!: Date | null;
  @Column('text', { nullable: true }) toelichting!: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
