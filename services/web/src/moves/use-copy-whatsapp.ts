import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { issueQuery } from '../desk/issue-queries.js';
import { useLanguage } from '../i18n/use-language.js';
import { useCopy } from '../ui/use-copy.js';

/** Copies the issue's text for WhatsApp, as the server worded it: no handles, at most 1,000 characters. */
export function useCopyForWhatsApp(): (issueId: string) => void {
  const queries = useQueryClient();
  const language = useLanguage();
  const copy = useCopy();
  return useCallback(
    (issueId) => copy(queries.fetchQuery(issueQuery(issueId)).then((view) => view.whatsapp[language])),
    [queries, language, copy],
  );
}
