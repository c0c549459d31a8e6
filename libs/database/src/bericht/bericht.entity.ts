import type { Berichtsoort, Geadresseerde } from '@maatwerktraject/domain';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/**
 * State of a mail in the outbox (ADR 0004): `wacht` (also between attempts) → `bezig` (handed to the mail server, answer
 * not known yet) → `verzonden`, `mislukt` or `onbekend`. `vervallen`: no longer true when its turn came.
 * `overgeslagen`: its moment had passed. `aangehouden`: the address does not work, and somebody has to mend that first (ADR 0019).
 * `samengevoegd`: the weekoverzicht tells it, so it never leaves itself.
 */
export type BerichtStatus =
  | 'wacht'
  | 'bezig'
  | 'verzonden'
  | 'mislukt'
  | 'onbekend'
  | 'vervallen'
  | 'overgeslagen'
  | 'aangehouden'
  | 'samengevoegd';

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
  /** When the attempt that is under way, or was the last, began. */
  @Column('timestamptz', { nullable: true }) geclaimdOp!: Date | null;
  /** Until when it waits, so that the mail of one morning does not leave at once; null: not looked at yet. */
  @Column('timestamptz', { nullable: true }) gespreidTot!: Date | null;
  /** Which rule of the sjabloon brought it, and how its moment was reckoned; null where that is not known. */
  @Column('text', { nullable: true }) regel!: string | null;
  @Column('jsonb', { nullable: true }) herleiding!: unknown;
  /** Why it is held. */
  @Column('uuid', { nullable: true }) adresprobleemId!: string | null;
  @Column('text', { nullable: true }) messageId!: string | null;
  @Column('timestamptz', { nullable: true }) verzondenOp!: Date | null;
  @Column('text', { nullable: true }) toelichting!: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
