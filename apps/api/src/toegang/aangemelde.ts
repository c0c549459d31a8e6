import type { Recht, Rol } from '@maatwerktraject/domain';
import type { Request } from 'express';

/** Who sends a request, once that is known. */
export interface Aangemelde {
  readonly accountId: string;
  readonly soort: 'mens' | 'dienst';
  /** Sealed; opened only to show it. */
  readonly naam: string;
  /** Sealed as well; a service has none. */
  readonly email: string | null;
  /** The role that somebody acts in now. */
  readonly rol: Rol;
  readonly rollen: readonly Rol[];
  readonly rechten: readonly Recht[];
  /** Of the session, or of the token of a service. */
  readonly sleutelId: string;
  readonly via: 'oidc' | 'link' | 'token';
  /** Came by a link, and could have proven more: there is an account of an organisation, or a role that asks for one. */
  readonly beperkt: boolean;
  readonly vervaltOp: Date | null;
}

/** A request whose sender was recognised. */
export interface HerkendVerzoek extends Request {
  wie?: Aangemelde;
}
