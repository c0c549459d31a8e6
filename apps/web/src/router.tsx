import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { ROLLEN } from '@maatwerktraject/domain';
import type { ReactElement } from 'react';
import { AanmeldenPage } from './aanmelden/aanmelden.page.js';
import { AanmeldlinkPage } from './aanmelden/aanmeldlink.page.js';
import { KlaarPage } from './aanmelden/klaar.page.js';
import { Toegang } from './aanmelden/toegang.component.js';
import type { Rol } from './api/types.js';
import { AccountPage } from './account/account.page.js';
import { accountFilter } from './account/account.view-model.js';
import { AccountsPage } from './account/accounts.page.js';
import { NieuwAccountPage } from './account/nieuw-account.page.js';
import { BerichtPage } from './bezorging/bericht.page.js';
import { BeheerPage } from './beheer/beheer.page.js';
import { CohortPage } from './cohort/cohort.page.js';
import { CohortenPage } from './cohort/cohorten.page.js';
import { NieuwCohortPage } from './cohort/nieuw-cohort.page.js';
import { MijnTrajectPage } from './gemeente/mijn-traject.page.js';
import { MijnPage } from './gemeente/mijn.page.js';
import { MijnGegevensPage } from './mijn-gegevens/mijn-gegevens.page.js';
import { OnderzoekPage } from './onderzoek/onderzoek.page.js';
import { ResultatenPage } from './onderzoek/resultaten.page.js';
import { InzagenPage } from './inzage/inzagen.page.js';
import { LogboekPage } from './logboek/logboek.page.js';
import { zoekIn } from './logboek/logboek.view-model.js';
import { PasskeyStapPage } from './passkey/passkey-stap.page.js';
import { Foutpagina } from './shell/foutpagina.component.js';
import { Layout } from './shell/layout.component.js';
import { NietGevonden } from './shell/niet-gevonden.component.js';
import { SessiesPage } from './sessies/sessies.page.js';
import { OverPage } from './over/over.page.js';
import { OvergangPage } from './sjabloon/overgang.page.js';
import { SjablonenPage } from './sjabloon/sjablonen.page.js';
import { StartPage } from './start/start.page.js';
import { TaakPage } from './taak/taak.page.js';
import { CohortToegangPage } from './toegang/cohort-toegang.page.js';
import { TrajectPage } from './traject/traject.page.js';
import { NieuweWebhookPage } from './webhook/nieuwe-webhook.page.js';
import { WebhookPage } from './webhook/webhook.page.js';
import { webhookFilter } from './webhook/webhook.view-model.js';
import { WebhooksPage } from './webhook/webhooks.page.js';
import { VerzoekenPage } from './wissing/verzoeken.page.js';

const root = createRootRoute({ component: Layout, notFoundComponent: NietGevonden });

function voor(rollen: readonly Rol[], Scherm: () => ReactElement): () => ReactElement {
  return function Bewaakt() {
    return (
      <Toegang rollen={rollen}>
        <Scherm />
      </Toegang>
    );
  };
}

interface AanmeldenZoek {
  readonly naar?: string;
  readonly fout?: string;
  readonly afgemeld?: string;
}

const tekst = <N extends string>(zoek: Record<string, unknown>, naam: N): Partial<Record<N, string>> => {
  const waarde = zoek[naam];
  return typeof waarde === 'string' ? ({ [naam]: waarde } as Partial<Record<N, string>>) : {};
};

const getParentRoute = (): typeof root => root;
const routes = [
  createRoute({ getParentRoute, path: '/', component: StartPage }),
  createRoute({ getParentRoute, path: '/over', component: OverPage }),
  createRoute({
    getParentRoute,
    path: '/aanmelden',
    component: AanmeldenPage,
    validateSearch: (zoek: Record<string, unknown>): AanmeldenZoek => ({
      ...tekst(zoek, 'naar'),
      ...tekst(zoek, 'fout'),
      ...tekst(zoek, 'afgemeld'),
    }),
  }),
  createRoute({ getParentRoute, path: '/aanmelden/link', component: AanmeldlinkPage }),
  createRoute({ getParentRoute, path: '/aanmelden/passkey', component: PasskeyStapPage }),
  createRoute({
    getParentRoute,
    path: '/aanmelden/klaar',
    component: voor(ROLLEN, KlaarPage),
    validateSearch: (zoek: Record<string, unknown>): Pick<AanmeldenZoek, 'naar'> => tekst(zoek, 'naar'),
  }),
  createRoute({ getParentRoute, path: '/sessies', component: voor(ROLLEN, SessiesPage) }),
  createRoute({ getParentRoute, path: '/gegevens', component: voor(ROLLEN, MijnGegevensPage) }),
  createRoute({ getParentRoute, path: '/beheer', component: voor(['beheerder'], BeheerPage) }),
  createRoute({
    getParentRoute,
    path: '/beheer/accounts',
    component: voor(['beheerder'], AccountsPage),
    validateSearch: accountFilter,
  }),
  createRoute({
    getParentRoute,
    path: '/beheer/accounts/nieuw',
    component: voor(['beheerder'], NieuwAccountPage),
  }),
  createRoute({
    getParentRoute,
    path: '/beheer/accounts/$accountId',
    component: voor(['beheerder'], AccountPage),
  }),
  createRoute({
    getParentRoute,
    path: '/beheer/accounts/$accountId/nieuwe-webhook',
    component: voor(['beheerder'], NieuweWebhookPage),
  }),
  createRoute({
    getParentRoute,
    path: '/beheer/webhooks',
    component: voor(['beheerder'], WebhooksPage),
    validateSearch: webhookFilter,
  }),
  createRoute({
    getParentRoute,
    path: '/beheer/webhooks/$webhookId',
    component: voor(['beheerder'], WebhookPage),
  }),
  createRoute({ getParentRoute, path: '/beheer/inzagen', component: voor(['beheerder'], InzagenPage) }),
  createRoute({
    getParentRoute,
    path: '/beheer/logboek',
    component: voor(['beheerder'], LogboekPage),
    validateSearch: zoekIn,
  }),
  createRoute({ getParentRoute, path: '/beheer/verzoeken', component: voor(['beheerder'], VerzoekenPage) }),
  createRoute({ getParentRoute, path: '/cohorten', component: voor(['adviseur'], CohortenPage) }),
  createRoute({ getParentRoute, path: '/cohorten/nieuw', component: voor(['adviseur'], NieuwCohortPage) }),
  createRoute({ getParentRoute, path: '/cohorten/$cohortId', component: voor(['adviseur'], CohortPage) }),
  createRoute({ getParentRoute, path: '/sjablonen', component: voor(['adviseur'], SjablonenPage) }),
  createRoute({
    getParentRoute,
    path: '/cohorten/$cohortId/sjabloon',
    component: voor(['adviseur'], OvergangPage),
  }),
  createRoute({
    getParentRoute,
    path: '/cohorten/$cohortId/toegang',
    component: voor(['adviseur', 'beheerder'], CohortToegangPage),
  }),
  createRoute({
    getParentRoute,
    path: '/trajecten/$trajectId',
    component: voor(['adviseur', 'beheerder'], TrajectPage),
  }),
  createRoute({
    getParentRoute,
    path: '/trajecten/$trajectId/mails/$berichtId',
    component: voor(['adviseur'], BerichtPage),
  }),
  createRoute({ getParentRoute, path: '/mijn', component: voor(['gemeente'], MijnPage) }),
  createRoute({ getParentRoute, path: '/mijn/$trajectId', component: voor(['gemeente'], MijnTrajectPage) }),
  createRoute({
    getParentRoute,
    path: '/taken/$taakId',
    component: voor(['gemeente', 'adviseur', 'beheerder'], TaakPage),
  }),
  createRoute({
    getParentRoute,
    path: '/onderzoek',
    component: voor(['onderzoeker', 'adviseur'], OnderzoekPage),
  }),
  createRoute({
    getParentRoute,
    path: '/onderzoek/$cohortId',
    component: voor(['onderzoeker', 'adviseur'], ResultatenPage),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultErrorComponent: Foutpagina,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
