// First, and for what it does: it takes the secret of a link out of the address.
import './aanmelden/linksleutel.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { AanmeldingProvider } from './aanmelden/aanmelding.context.js';
import { isTijdelijk } from './api/fout.js';
import { rustZonderGebruik } from './api/rust.js';
import { router } from './router.js';
import '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
import '@utrecht/component-library-css/dist/index.css';
import './style/basis.css';
import './style/onderdelen.css';
import './style/formulier.css';
import './style/taken.css';

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

rustZonderGebruik(window);

const plaats = document.getElementById('app');
if (!plaats) throw new Error('index.html lacks #app');
createRoot(plaats).render(
  <QueryClientProvider client={client}>
    <AanmeldingProvider>
      <RouterProvider router={router} />
    </AanmeldingProvider>
  </QueryClientProvider>,
);
