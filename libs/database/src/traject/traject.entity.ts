import type { TrajectStatus, Uitkomstklasse } from '@maatwerktraject/domain';
import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { CohortEntity } from '../cohort/cohort.entity.js';
import { GemeenteEntity } from '../gemeente/gemeente.entity.js';
import { ContactpersoonEntity } from './contactpersoon.entity.js';

/** One gemeente in one cohort. */
@Entity('traject')
export class TrajectEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') cohortId!: string;
  @Column('text') gemeenteCode!: string;
  /** Stands for the gemeente in what onderzoekers get. */
  @Column({ type: 'uuid', insert: false }) pseudoniem!: string;
  /** Of a gemeente that joined later; null: that of its cohort. */
  @Column('date', { nullable: true }) startdatum!: string | null;
  @Column('text') status!: TrajectStatus;
  /** Null: the adviseur of the cohort. */
  @Column('uuid', { nullable: true }) adviseurAccountId!: string | null;
  @Column('text', { nullable: true }) stap!: string | null;
  /** The domain's time of what is due next; null when only people are waited for. */
  @Column('timestamptz', { nullable: true }) volgendMomentOp!: Date | null;
  @Column('text', { nullable: true }) uitkomst!: Uitkomstklasse | null;
  @Column('uuid', { nullable: true }) uitkomstInvoerId!: string | null;
  @Column('timestamptz', { nullable: true }) uitkomstOp!: Date | null;
  @Column('timestamptz', { nullable: true }) afgerondOp!: Date | null;
  /** The version of the sjabloon it is on; null: that of its cohort. */
  @Column('integer', { nullable: true }) sjabloonVersie!: number | null;
  /** Since when it is paused or withdrawn, and on which day a pause ends by itself. */
  @Column('date', { nullable: true }) onderbrokenOp!: string | null;
  @Column('date', { nullable: true }) hervatOp!: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;

  @ManyToOne(() => CohortEntity) @JoinColumn({ name: 'cohort_id' }) cohort?: Relation<CohortEntity>;
  @ManyToOne(() => GemeenteEntity) @JoinColumn({ name: 'gemeente_code' }) gemeente?: Relation<GemeenteEntity>;
  @OneToMany(() => ContactpersoonEntity, (persoon) => persoon.traject)
  contactpersonen?: Relation<ContactpersoonEntity[]>;
}
