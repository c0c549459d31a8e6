import { useRouter } from '@tanstack/react-router';
import { useEffect, type ReactElement } from 'react';
import { Laden } from '../ui/gegevens.component.js';

/**
 * Goes on to another page of this website, once, in the place of this one. (The router's own `Navigate` goes again at each
 * render, which never ends when what it leads to depends on where one is.)
 */
export function Door({ naar }: { naar: string }): ReactElement {
  const router = useRouter();
  useEffect(() => {
    void router.navigate({ href: naar, replace: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: where it leads may depend on where one is
  }, []);
  return <Laden wat="pagina" />;
}
