import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.js';
import { messageOf } from '../../api/failure.js';
import { issueQuery } from '../../desk/issue-queries.js';
import { useCodeWords } from '../../i18n/codes.js';
import { useLanguage } from '../../i18n/use-language.js';
import { isWebAddress } from '../../ui/outer-link.js';
import { type EvidenceInput, emptyEvidence, evidenceBody, evidenceKinds } from './evidence-input.js';
import styles from './work.module.css';

export function EvidenceForm({ issueId, onDone }: { issueId: string; onDone: () => void }) {
  const { t } = useTranslation('issue');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const [input, setInput] = useState<EvidenceInput>(emptyEvidence);
  const change = (part: Partial<EvidenceInput>) => setInput((before) => ({ ...before, ...part }));
  const add = useAddEvidence(issueId, onDone);
  const isBadAddress = input.url.trim() !== '' && !isWebAddress(input.url.trim());
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(input);
      }}
    >
      <EvidenceFields input={input} onChange={change} isBadAddress={isBadAddress} />
      {add.isError && <p role="alert">{messageOf(add.error, language)}</p>}
      <div className={styles.pair}>
        <Button variant="default" mih={44} onClick={onDone}>
          {common('cancel')}
        </Button>
        <Button
          type="submit"
          mih={44}
          loading={add.isPending}
          disabled={input.title.trim() === '' || isBadAddress}
        >
          {t('evidence.save')}
        </Button>
      </div>
    </form>
  );
}

function EvidenceFields({
  input,
  onChange,
  isBadAddress,
}: {
  input: EvidenceInput;
  onChange: (part: Partial<EvidenceInput>) => void;
  isBadAddress: boolean;
}) {
  const { t } = useTranslation('issue');
  const words = useCodeWords();
  return (
    <>
      <NativeSelect
        label={t('evidence.kind')}
        value={input.kind}
        onChange={(event) =>
          onChange({ kind: evidenceKinds.find((each) => each === event.currentTarget.value) ?? 'document' })
        }
        data={evidenceKinds.map((value) => ({ value, label: words('evidenceKind', value) }))}
      />
      <TextInput
        label={t('evidence.name')}
        required
        maxLength={500}
        value={input.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextInput
        type="url"
        label={t('evidence.url')}
        maxLength={2_000}
        value={input.url}
        error={isBadAddress && t('evidence.badUrl')}
        onChange={(event) => onChange({ url: event.currentTarget.value })}
      />
      <Textarea
        label={t('evidence.quote')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5_000}
        value={input.quote}
        onChange={(event) => onChange({ quote: event.currentTarget.value })}
      />
      <TextInput
        label={t('evidence.from')}
        maxLength={200}
        value={input.suppliedBy}
        onChange={(event) => onChange({ suppliedBy: event.currentTarget.value })}
      />
    </>
  );
}

function useAddEvidence(issueId: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: EvidenceInput) => {
      const body = evidenceBody(input);
      return answer(client.POST('/api/issues/{issueId}/evidence', { params: { path: { issueId } }, body }));
    },
    onSuccess: () => {
      onDone();
      return queries.invalidateQueries({ queryKey: issueQuery(issueId).queryKey });
    },
  });
}
