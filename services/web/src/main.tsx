import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './theme/tokens.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueries } from './app/queries.js';
import { createDeskRouter } from './app/router.js';
import { followSignOut } from './app/sign-out.js';
import { startTranslation } from './i18n/index.js';
import { theme } from './theme/theme.js';

const queries = createQueries();
const router = createDeskRouter(queries);

followSignOut(queries, router);

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (!place) throw new Error('index.html has no place for the app');
  await startTranslation();
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <QueryClientProvider client={queries}>
          <Suspense fallback={null}>
            <RouterProvider router={router} />
          </Suspense>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

/** The door allows only the styles that carry the nonce of this page. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
}

// The scroll lock of dialogs writes a style of its own and looks for its nonce here.
Object.assign(window, { __webpack_nonce__: styleNonce() });
await start();
