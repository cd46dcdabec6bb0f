import type { FactView } from '@kentongan/contracts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useLanguage } from '../i18n/use-language.js';
import { useRegion } from '../session/region.js';
import { isWebAddress } from '../ui/outer-link.js';
import styles from './memory.module.css';
import { useFactChange } from './memory-queries.js';

const titleCharactersMin = 3;
const fields = [
  { name: 'title', charactersMax: 1_000, rows: 1 },
  { name: 'hoaxText', charactersMax: 20_000, rows: 3 },
  { name: 'conclusion', charactersMax: 20_000, rows: 4 },
] as const;

type Words = Record<'title' | 'hoaxText' | 'conclusion' | 'url' | 'publisher', string>;

/** A new fact, or the words of one anew. What was typed stays when saving is refused. */
export function FactForm({ fact, onDone }: { fact: FactView | null; onDone: () => void }) {
  const { t } = useTranslation('memory');
  const { t: common } = useTranslation();
  const { regionId } = useRegion();
  const language = useLanguage();
  const notices = useNotices();
  const navigate = useNavigate();
  const [words, setWords] = useState<Words>(() => ({
    title: fact?.fact.title ?? '',
    hoaxText: fact?.fact.hoaxText ?? '',
    conclusion: fact?.fact.conclusion ?? '',
    url: fact?.fact.url ?? '',
    publisher: fact?.fact.publisher ?? '',
  }));
  const save = useFactChange(regionId, (given: Words) => saved(given, regionId, fact));
  const isUrlBad = words.url.trim() !== '' && !isWebAddress(words.url.trim());
  const submit = () =>
    save.mutate(words, {
      onSuccess: ({ fact: { factId } }) => {
        notices.calm(t('form.saved'));
        onDone();
        if (!fact) void navigate({ to: '/memori/$factId', params: { factId } });
      },
    });
  return (
    <form
      className={`${styles.form} k-panel`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {fact === null && <p className="k-muted">{t('form.private')}</p>}
      <WordFields words={words} isUrlBad={isUrlBad} onChange={setWords} />
      {save.isError && <p role="alert">{messageOf(save.error, language)}</p>}
      <div className={styles.buttons}>
        <Button
          type="submit"
          mih={44}
          loading={save.isPending}
          disabled={words.title.trim().length < titleCharactersMin || isUrlBad}
        >
          {common('save')}
        </Button>
        <Button variant="default" mih={44} onClick={onDone}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface EditedWords {
  readonly words: Words;
  readonly isUrlBad: boolean;
  readonly onChange: (words: Words) => void;
}

function WordFields({ words, isUrlBad, onChange }: EditedWords) {
  const { t } = useTranslation('memory');
  const set = (name: keyof Words) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...words, [name]: event.currentTarget.value });
  return (
    <>
      {fields.map(({ name, charactersMax, rows }) => (
        <Textarea
          key={name}
          label={t(`form.${name}`)}
          description={t(`form.${name}Hint`)}
          autosize
          minRows={rows}
          maxRows={12}
          maxLength={charactersMax}
          required={name === 'title'}
          dir="auto"
          value={words[name]}
          onChange={set(name)}
        />
      ))}
      <div className={styles.pair}>
        <TextInput
          type="url"
          label={t('form.url')}
          placeholder="https://"
          maxLength={2_000}
          error={isUrlBad && t('form.badUrl')}
          value={words.url}
          onChange={set('url')}
        />
        <TextInput
          label={t('form.publisher')}
          maxLength={200}
          value={words.publisher}
          onChange={set('publisher')}
        />
      </div>
    </>
  );
}

/** An emptied field is a field that is not there; the day of the check stays. */
function saved(words: Words, region: string, fact: FactView | null): Promise<FactView> {
  const filled = Object.entries(words).flatMap(([name, value]) =>
    value.trim() === '' ? [] : [[name, value.trim()]],
  );
  const given = { ...(Object.fromEntries(filled) as Partial<Words>), title: words.title.trim() };
  if (!fact) return answer(client.POST('/api/facts', { body: { region, isNational: false, ...given } }));
  const { factId, publishedAt } = fact.fact;
  const body = { ...given, version: fact.version, ...(publishedAt ? { publishedAt } : {}) };
  return answer(client.PUT('/api/facts/{factId}', { params: { path: { factId } }, body }));
}
