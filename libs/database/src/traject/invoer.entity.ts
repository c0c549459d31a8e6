import type { Actor } from '@maatwerktraject/domain';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export type InvoerSoort = 'antwoord' | 'verslag' | 'toelichting' | 'opdracht' | 'terugsturing';

/** What a person wrote, never changed. It counts once a fact of the traject names it. */
@Entity('invoer')
export class InvoerEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') trajectId!: string;
  /** Taken over from the traject by the database, for the row rules. */
  @Column({ type: 'uuid', insert: false, update: false }) cohortId!: string;
  @Column('text') soort!: InvoerSoort;
  @Column('text') onderwerp!: string;
  @Column('jsonb') inhoud!: Record<string, unknown>;
  @Column('text') door!: Actor;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
