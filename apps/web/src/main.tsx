import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { AanmeldingProvider } from './aanmelden/aanmelding.context.js';
import { bewaarSleutel, splitsSleutel } from './aanmelden/sleutel.js';
import { isTijdelijk } from './api/fout.js';
import { router } from './router.js';
import '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
import '@utrecht/component-library-css/dist/index.css';
import './style/basis.css';
import './style/onderdelen.css';
import './style/formulier.css';
import './style/taken.css';

// The token leaves the address before anything can log or share it.
const { sleutel, adres } = splitsSleutel(location.href);
if (sleutel !== null) {
  bewaarSleutel(sleutel);
  history.replaceState(null, '', adres);
}

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 1_000,
      retry: (keren, fout) => isTijdelijk(fout) && keren < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

const plaats = document.getElementById('app');
if (!plaats) throw new Error('index.html lacks #app');
createRoot(plaats).render(
  <QueryClientProvider client={client}>
    <AanmeldingProvider>
      <RouterProvider router={router} />
    </AanmeldingProvider>
  </QueryClientProvider>,
);
