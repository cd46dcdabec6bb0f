import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/failure.js';
import { useLanguage } from '../i18n/use-language.js';
import { problemPosition } from './query-problem.js';
import styles from './search-box.module.css';
import { SearchExamples } from './search-examples.js';

/** As long as the archive reads. */
const charactersMax = 1_000;

/** The words of the search. What was sent is in the address; what is being typed is only here. */
export function SearchBox({
  query,
  error,
  onSearch,
}: {
  query: string;
  /** Why the archive did not answer the last search; only a problem of the query itself is shown here. */
  error: unknown;
  onSearch: (query: string) => void;
}) {
  const { t } = useTranslation('archive');
  const problemId = useId();
  const [typed, setTyped] = useState(query);
  useEffect(() => setTyped(query), [query]);
  const position = problemPosition(error, query);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed);
  };
  const clear = () => {
    setTyped('');
    if (query !== '') onSearch('');
  };
  return (
    <div className={styles.box}>
      <search>
        <form className={styles.form} onSubmit={submit}>
          <TextInput
            className={styles.input}
            size="md"
            type="search"
            name="q"
            data-search
            aria-label={t('search.label')}
            aria-invalid={position !== null}
            aria-describedby={position === null ? undefined : problemId}
            placeholder={t('search.placeholder')}
            leftSection={<IconSearch size={20} aria-hidden="true" />}
            rightSection={typed !== '' && <CloseButton aria-label={t('search.clear')} onClick={clear} />}
            maxLength={charactersMax}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" className={styles.go}>
            {t('search.go')}
          </Button>
        </form>
      </search>
      {position !== null && <Problem id={problemId} query={query} position={position} error={error} />}
      <SearchExamples isOpen={position !== null} onChoose={onSearch} />
    </div>
  );
}

function Problem({
  id,
  query,
  position,
  error,
}: {
  id: string;
  query: string;
  position: number;
  error: unknown;
}) {
  const { t } = useTranslation('archive');
  const language = useLanguage();
  return (
    <div id={id} className={styles.problem} role="alert">
      <p>
        <strong>{t('search.problem')}.</strong> {messageOf(error, language)}
      </p>
      <p className={styles.place}>
        <bdi>{query.slice(0, position)}</bdi>
        <span className={styles.caret} role="img" aria-label={t('search.problemAt')}>
          ▲
        </span>
        <bdi>{query.slice(position)}</bdi>
      </p>
    </div>
  );
}
